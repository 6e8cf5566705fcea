import { expect, it } from 'vitest';
import { addressKey } from './address-key.js';
import { policyOf, rateLimitField } from './policy.js';

it.each([
  [200, 400, '"key";q=400;w=2'],
  [5, undefined, '"key";q=10;w=2'],
  [0.5, undefined, '"key";q=1;w=2'],
])('writes %d a second, %s at once, as the draft has it', (rate, burst, header) => {
  expect(policyOf('key', rate, burst)?.header).toBe(header);
});

it('has no policy where there is no bound', () => {
  expect(policyOf('address', 0)).toBeUndefined();
});

it('says what is left, and in how many seconds all is back', () => {
  const policy = policyOf('key', 200, 400);
  expect(policy && [400, 399, 0].map((left) => rateLimitField(policy, left))).toEqual([
    '"key";r=400;t=0',
    '"key";r=399;t=1',
    '"key";r=0;t=2',
  ]);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
])('counts %s as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
