/** Letters that move a terminal's cursor, colour it, or turn its writing round, as a URL in a list of phishing may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const LINK = /\b(https?):\/\/([^\s/?#`'"]*)/gi;
/** This machine, and names of its own network, are nobody's phishing. A sentence may go on right behind them. */
const OWN_HOST = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|[^.@]*)(?::\d{1,5})?[,;)]*$/;
const HOST = /^([^/?#]*)/;

/** A text that a terminal shows as it is, and opens nothing of. */
export function printable(text: string): string {
  return defangLinks(visible(text));
}

/** A URL as nobody can click it: `hxxp://evil[.]example/a.php`. */
export function defanged(url: string): string {
  const safe = visible(url);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(safe)) return defangLinks(safe);
  return safe.replace(HOST, (host) => host.replaceAll('.', '[.]'));
}

/** A text without letters that move a terminal's cursor, or turn its writing round. Its links stay as they are. */
export function visible(text: string): string {
  return text.replaceAll(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function defangLinks(text: string): string {
  return text.replaceAll(LINK, (link, scheme: string, host: string) =>
    OWN_HOST.test(host) ? link : `${scheme.replace(/^http/i, 'hxxp')}://${host.replaceAll('.', '[.]')}`,
  );
}
