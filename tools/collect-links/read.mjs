// The links of a package or of this repository's own dependencies, as they stand there.
import { jsonLinks, linksOf, markdownLinks } from './extract.mjs';
import { fetchPackage, filesOf, textOf } from './packages.mjs';

/** The links of one of the packages of sources.mjs or sign-in-sources.mjs. */
export function* packageLinks(source, cache) {
  for (const path of filesOf(fetchPackage(source, cache), source.files)) {
    const text = textOf(path);
    if (source.unless?.test(text)) continue;
    yield* source.keys ? jsonLinks(JSON.parse(text), source.keys, source.without) : linksOf(text);
  }
}

/** The links of the READMEs or package.json files below a folder. */
export function* readmeLinks(folder, { files, keys }) {
  for (const path of filesOf(folder, files))
    yield* keys ? jsonLinks(parsed(textOf(path)), keys) : markdownLinks(textOf(path));
}

/** The links in the descriptions and fields of Python packages' metadata. */
export function* metadataLinks(packages) {
  for (const { description, project_url: links = [], home_page: home = '' } of packages) {
    yield* linksOf([home, ...links].join('\n'));
    yield* markdownLinks(description ?? '');
  }
}

/** The names of a block list, as a set. */
export function blockedNames(blockList, cache) {
  const paths = filesOf(fetchPackage(blockList, cache), blockList.files);
  return new Set(paths.flatMap((path) => JSON.parse(textOf(path)).blacklist));
}

/** A package.json in a test folder may be no JSON on purpose. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
