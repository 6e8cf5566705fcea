import { UrlVerdict, VERDICTS, validate } from '@weir/contracts';

/** A verdict's bytes as one line of JSON, and which of `VERDICTS` it gives. */
export interface ReadVerdict {
  readonly json: Buffer;
  readonly verdict: number;
}

const ID = '{"id":"';
const URL_KEY = '","url":"';
const VERDICT_KEY = '","verdict":"';
const MARKS = VERDICTS.map((verdict) => `${verdict}","probability":`);

/**
 * Reads a record of `urls.verdicts`; undefined where it is none. What inference writes is known by its first members,
 * which no text within them can look like, since quotes in a JSON string are escaped; anything else is parsed, checked
 * and written anew.
 */
export function readVerdict(value: Buffer | null): ReadVerdict | undefined {
  if (value === null) return undefined;
  const verdict = verdictOfInference(value.toString('latin1'));
  return verdict >= 0 ? { json: value, verdict } : parsedVerdict(value);
}

/** Index into `VERDICTS`, or -1 where the members do not stand as inference writes them. */
function verdictOfInference(text: string): number {
  if (!text.startsWith(ID) || !text.endsWith('"}')) return -1;
  const url = text.indexOf(URL_KEY, ID.length - 1);
  if (url < 0) return -1;
  const key = text.indexOf(VERDICT_KEY, url + URL_KEY.length - 1);
  // A line break would end the event that the record is sent in.
  if (key < 0 || text.includes('\n') || text.includes('\r')) return -1;
  const at = key + VERDICT_KEY.length;
  return MARKS.findIndex((mark) => text.startsWith(mark, at));
}

function parsedVerdict(value: Buffer): ReadVerdict | undefined {
  const verdict = checkedVerdict(value);
  if (verdict === undefined) return undefined;
  return { json: Buffer.from(JSON.stringify(verdict)), verdict: VERDICTS.indexOf(verdict.verdict) };
}

/** The record parsed and checked; undefined where it is no verdict. */
export function checkedVerdict(value: Buffer): UrlVerdict | undefined {
  try {
    const checked = validate(UrlVerdict, JSON.parse(String(value)));
    return checked.ok ? checked.value : undefined;
  } catch {
    return undefined;
  }
}
