import { createPrivateKey, createSign, generateKeyPairSync } from 'node:crypto';

/** PEM, as `node:tls` takes them. */
export interface IssuedCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateRequest {
  readonly name: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Itself where there is none. */
  readonly issuer?: { readonly name: string; readonly key: string };
}

const DAY_MS = 86_400_000;
const ECDSA_SHA256 = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x06, 0x03, 0x55, 0x04, 0x03];
const BASIC_CONSTRAINTS = [0x06, 0x03, 0x55, 0x1d, 0x13];
const ALTERNATIVE_NAME = [0x06, 0x03, 0x55, 0x1d, 0x11];

/** A certificate (RFC 5280) of a fresh P-256 key for one DNS name; one without issuer is a root that may issue others. */
export function issueCertificate(request: CertificateRequest): IssuedCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const { name, issuer = { name, key }, validFrom, validTo } = request;
  const toBeSigned = sequence(
    tagged(0xa0, Buffer.from([0x02, 0x01, 0x02])),
    Buffer.from([0x02, 0x01, request.issuer === undefined ? 0x01 : 0x02]),
    sequence(Buffer.from(ECDSA_SHA256)),
    distinguishedName(issuer.name),
    sequence(
      time(validFrom ?? new Date(Date.now() - DAY_MS)),
      time(validTo ?? new Date(Date.now() + 90 * DAY_MS)),
    ),
    distinguishedName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extensions(name, request.issuer === undefined))),
  );
  const signature = createSign('sha256').update(toBeSigned).sign(createPrivateKey(issuer.key));
  const bits = tagged(0x03, Buffer.concat([Buffer.from([0]), signature]));
  return { cert: pem(sequence(toBeSigned, sequence(Buffer.from(ECDSA_SHA256)), bits)), key };
}

function extensions(name: string, isRoot: boolean): Buffer {
  if (isRoot) {
    const constraints = sequence(Buffer.from([0x01, 0x01, 0xff]));
    return sequence(Buffer.from(BASIC_CONSTRAINTS), tagged(0x04, constraints));
  }
  const names = sequence(tagged(0x82, Buffer.from(name, 'ascii')));
  return sequence(Buffer.from(ALTERNATIVE_NAME), tagged(0x04, names));
}

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(Buffer.from(COMMON_NAME), tagged(0x0c, Buffer.from(name)))));
}

/** UTCTime. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return tagged(0x17, Buffer.from(`${digits}Z`, 'ascii'));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
