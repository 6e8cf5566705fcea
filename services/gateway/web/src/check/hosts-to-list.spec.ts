import { expect, it } from 'vitest';
import { hostsToList } from './hosts-to-list.js';

it.each([
  ['http://www.login.evil.example/a', ['login.evil.example', 'evil.example']],
  ['evil.example:8080/x', ['evil.example']],
  ['HTTPS://EVIL.example./', ['evil.example']],
  ['http://192.0.2.7/x', ['192.0.2.7']],
  ['http://[2001:db8::1]/', ['[2001:db8::1]']],
  ['http://user:pw@a.b.example/', ['a.b.example', 'b.example']],
  ['localhost', ['localhost']],
  ['http://', []],
])('finds what to list of %s', (url, hosts) => {
  expect(hostsToList(url)).toEqual(hosts);
});
