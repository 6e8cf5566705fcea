import { createHash } from 'node:crypto';

/** 132 bits: nobody meets two representations with one tag by chance. */
const CHARACTERS = 22;
const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;
const LIST = /^\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")*\s*$/;

/** A strong entity tag (RFC 9110, section 8.8.3) of a representation's bytes. */
export function entityTag(representation: string | Buffer): string {
  return `"${createHash('sha256').update(representation).digest('base64url').slice(0, CHARACTERS)}"`;
}

/** The tags of `If-Match` or `If-None-Match`, `*` for any; null where the header is malformed. */
export function tagsOf(header: string): readonly string[] | '*' | null {
  if (header.trim() === '*') return '*';
  return LIST.test(header) ? (header.match(TAG) ?? []) : null;
}

/** Weak comparison, which is `If-None-Match`'s. */
export function isAmong(tag: string, tags: readonly string[] | '*'): boolean {
  return tags === '*' || tags.some((each) => each.replace(/^W\//, '') === tag);
}
