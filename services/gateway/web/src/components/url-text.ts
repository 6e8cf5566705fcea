import { defang } from '@weir/url-features/display';

/** Invisible characters that turn the reading direction: with them a URL shows another host than it has. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const CODE = /`([^`]*)`/;

/** A URL or host for people to read, that no program makes a link of. */
export function shownUrl(url: string): string {
  return defang(url.replace(DIRECTION, encodeURIComponent));
}

export interface SentencePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** The pieces of a sentence that has its code between backticks; URLs and hosts among the code are defanged. */
export function sentencePieces(sentence: string): SentencePiece[] {
  return sentence.split(CODE).map((piece, index) => {
    const isCode = index % 2 === 1;
    // Paths and suffixes lead nowhere by themselves.
    const isPlace = isCode && !/^[./]/.test(piece);
    return { text: isPlace ? shownUrl(piece) : piece, isCode };
  });
}

/** A message that may quote a URL. */
export function shownMessage(message: string): string {
  return message.replace(/https?:\/\/[^\s"]+/gi, shownUrl);
}
