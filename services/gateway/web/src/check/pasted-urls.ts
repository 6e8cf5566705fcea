/** Beyond that a file, in Batch, is the better way. */
export const MOST_PASTED = 5_000;

export interface PastedUrls {
  readonly urls: readonly string[];
  /** Lines that said the same as one before. */
  readonly repeated: number;
  /** Lines that would not fit. */
  readonly over: number;
}

/** What wraps a URL in mails, chats and lists: `<http://…>`, `"http://…",`, `- http://…`. */
const WRAPPING = /^(?:[-*•]\s+|\d+[.)]\s+)?[<"'`(]*|[>"'`),;]*$/g;

/**
 * A URL as its server would know it, from how analysts write it: `hxxp`, `[.]`, `(dot)`, `[:]//`. A bracketed address
 * (`http://[::1]/`) stays as it is.
 */
export function refang(text: string): string {
  return text
    .replace(/^hxxp/i, (scheme) => (scheme === 'hxxp' ? 'http' : 'HTTP'))
    .replace(/\[:\]/g, ':')
    .replace(/\[\/\]/g, '/')
    .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}/gi, '.');
}

/** The URLs of a pasted text: one a line, each once, as their servers would know them. */
export function pastedUrls(text: string): PastedUrls {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => refang(line.trim().replace(WRAPPING, '').trim()))
    .filter((line) => line !== '');
  const urls = [...new Set(lines)];
  return {
    urls: urls.slice(0, MOST_PASTED),
    repeated: lines.length - urls.length,
    over: Math.max(0, urls.length - MOST_PASTED),
  };
}
