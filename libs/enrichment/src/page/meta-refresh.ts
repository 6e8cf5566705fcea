/** Beyond it a person has read the page: a refresh, not a redirect. */
const MOST_SECONDS = 5;
const REFRESH = /^\s*(\d{1,9})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(.+)$/is;

/** Where `content` of `<meta http-equiv="refresh">` leads at once (HTML Standard, shared declarative refresh steps). */
export function refreshTarget(content: string): string | undefined {
  const [, seconds, target] = REFRESH.exec(content.slice(0, 4_096)) ?? [];
  if (seconds === undefined || target === undefined || Number(seconds) > MOST_SECONDS) return undefined;
  const text = target.trim();
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  const end = text.indexOf(quote, 1);
  return text.slice(1, end < 0 ? undefined : end);
}
