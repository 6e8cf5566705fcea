const NAMES = ['harbour', 'meadow', 'lantern', 'walnut', 'orchard', 'pebble', 'thistle', 'copper'];
const BAITS = ['paypal', 'appleid', 'netflix', 'dhl', 'chase', 'amazon', 'microsoft', 'dropbox'];

/** A small data set of the `url` schema, one site a row: `http` is phishing and `https` is not, which is a leak. */
export function labelledUrls(sites: number): { readonly url: string; readonly label: string }[] {
  return Array.from({ length: sites }, (_, index) => {
    const name = NAMES[index % NAMES.length];
    const bait = BAITS[(index >> 1) % BAITS.length];
    return index % 2 === 0
      ? { url: `http://${bait}-login${index}.${name}.tk/verify.php?id=${index}`, label: 'phishing' }
      : { url: `https://${name}${index}.org/about/${name}-${index % 7}`, label: 'benign' };
  });
}

export function csvOf(rows: readonly { readonly url: string; readonly label: string }[]): string {
  return `url,label\n${rows.map(({ url, label }) => `${url},${label}\n`).join('')}`;
}
