import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

/** An origin as a browser writes it: scheme, host, port where it is not the scheme's own; nothing else. */
function isOrigin(value: unknown): boolean {
  if (typeof value !== 'string' || !/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  return new URL(value).origin === value;
}

/** An address, or a network in CIDR notation. */
function isNetwork(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits, ...more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const each = (name: string, holds: (value: unknown) => boolean, message: string): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: holds } }, { each: true, message });

export const AreOrigins = (message: string) => each('areOrigins', isOrigin, message);
export const AreNetworks = (message: string) => each('areNetworks', isNetwork, message);
