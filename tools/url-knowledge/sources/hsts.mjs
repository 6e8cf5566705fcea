import { readFileSync } from 'node:fs';
import { parse } from 'tldts';

const IS_LEAF = 0x80;

/**
 * The registrable domains of the browsers' HSTS preload list, from the folder of an unpacked `hstspreload` wheel:
 * its file is a run of entries, each flags, length and label; a leaf's label is the whole name.
 * What lies under another company's private suffix, and suffixes themselves (`app`, `dev`), tell nothing of a holder.
 */
export function preloadedDomains(folder) {
  const bytes = readFileSync(`${folder}/hstspreload/hstspreload.bin`);
  const domains = new Set();
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at + 1];
    if (bytes[at] & IS_LEAF) {
      const name = bytes.toString('latin1', at + 2, at + 2 + length);
      const { domain, isPrivate } = parse(name, { allowPrivateDomains: true });
      if (domain === name && !isPrivate) domains.add(domain);
    }
    at += 2 + length;
  }
  return [...domains].sort();
}
