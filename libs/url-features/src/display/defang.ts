/** A URL that no program makes a link of, those inside its query neither: `hxxp://evil[.]example`. */
export function defang(url: string): string {
  return url.replaceAll('.', '[.]').replaceAll(/http/gi, 'hxxp');
}
