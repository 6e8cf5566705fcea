/**
 * A URL that no program makes a link of, those inside its query neither: `hxxp://evil[.]example`. Defanged once more, it
 * stays as it is.
 */
export function defang(url: string): string {
  return url.replaceAll(/\[\.\]|\./g, '[.]').replaceAll(/http/gi, 'hxxp');
}
