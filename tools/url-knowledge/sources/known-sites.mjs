import { readFileSync } from 'node:fs';
import { parse } from 'tldts';
import { FOLDER } from './text.mjs';

/** The registrable domain of a name or address, undefined for a suffix, an IP address and another company's private suffix. */
function companyDomain(name) {
  const { domain, isPrivate } = parse(name, { allowPrivateDomains: true });
  return domain && !isPrivate ? domain : undefined;
}

/** Each once, in order. */
function distinct(names) {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** Domains that pages of other sites load something from, as HTTP Archive sees the web. */
export function thirdPartyDomains() {
  const lines = readFileSync(`${FOLDER}node_modules/third-party-web/dist/domain-map.csv`, 'utf8').split('\n');
  return distinct(lines.map((line) => line.slice(0, line.indexOf(','))).map(companyDomain));
}

/** The domains of the companies behind third parties. */
export function thirdPartyCompanies() {
  const path = `${FOLDER}node_modules/third-party-web/dist/entities-nostats.json`;
  const entities = JSON.parse(readFileSync(path, 'utf8'));
  return distinct(
    entities.flatMap(({ homepage, domains }) =>
      [homepage ?? '', ...domains].map((name) => companyDomain(name.replace('*.', ''))),
    ),
  );
}

/** Sites where people keep a public profile, from the folder of an unpacked `maigret` wheel. */
export function profileSites(folder) {
  const { sites } = JSON.parse(readFileSync(`${folder}/maigret/resources/data.json`, 'utf8'));
  return distinct(Object.values(sites).map(({ urlMain }) => companyDomain(urlMain ?? '')));
}
