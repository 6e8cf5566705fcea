import { isUtf8 } from 'node:buffer';
import { MAX_URL_LENGTH, UrlSubmitted, validate } from '@weir/contracts';

/** What a record of `urls.submitted` says. */
export interface Submission {
  readonly kind: 'submission';
  readonly url: string;
  readonly id: string | undefined;
  readonly submittedAt: string | undefined;
}

/** Why a record cannot be classified. Problems with data are data: nothing is thrown. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  readonly message: string;
}

/** Stable: a metric's label. */
export type RefusalReason = 'empty' | 'encoding' | 'json' | 'shape' | 'url';

export function refusal(reason: RefusalReason, message: string): Refusal {
  return { kind: 'refusal', reason, message };
}

const MAX_TEXT_LENGTH = 256;
/** Narrower than class-validator's ISO 8601, and what nearly every producer writes. */
const COMMON_TIMESTAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const JSON_SCALAR = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const BYTE_ORDER_MARK = 0xfeff;
const OPENING_BRACE = 0x7b;

/** A record's value: a JSON object as {@link UrlSubmitted}, or the bare URL as text. Never throws. */
export function readSubmission(value: Buffer | null): Submission | Refusal {
  if (value === null || value.length === 0) return refusal('empty', 'the value is empty');
  if (!isUtf8(value)) return refusal('encoding', 'the value is not UTF-8 text');
  const text = trimmed(value.toString('utf8'));
  if (text === '') return refusal('empty', 'the value is empty');
  return text.charCodeAt(0) === OPENING_BRACE ? readObject(text) : readBareUrl(text);
}

/** Console producers leave a line end, Windows tools a byte order mark. */
function trimmed(text: string): string {
  return (text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text).trim();
}

function readBareUrl(url: string): Submission | Refusal {
  if (isOtherJson(url)) return refusal('json', 'the value must be a JSON object with a url, or a bare URL');
  return { kind: 'submission', url, id: undefined, submittedAt: undefined };
}

/** JSON that is no object; `42` and `null` would pass for hosts. */
function isOtherJson(text: string): boolean {
  if (JSON_SCALAR.test(text)) return true;
  if (text[0] !== '[' && text[0] !== '"') return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readObject(text: string): Submission | Refusal {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refusal('json', 'the value begins like a JSON object and is not JSON');
  }
  return readSubmittedObject(raw as Readonly<Record<string, unknown>>);
}

/** A parsed JSON object by the rules of {@link UrlSubmitted}: the usual shape by hand, all others by the class itself. */
export function readSubmittedObject(raw: Readonly<Record<string, unknown>>): Submission | Refusal {
  const { url, id, source, submittedAt } = raw;
  const usual =
    typeof url === 'string' &&
    url.length > 0 &&
    url.length <= MAX_URL_LENGTH &&
    (id === undefined || (isShortText(id) && id !== '')) &&
    (source === undefined || isShortText(source)) &&
    (submittedAt === undefined || (typeof submittedAt === 'string' && COMMON_TIMESTAMP.test(submittedAt)));
  if (!usual) return readByClass({ url, id, source, submittedAt });
  return {
    kind: 'submission',
    url,
    id: id as string | undefined,
    submittedAt: submittedAt as string | undefined,
  };
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH;
}

function readByClass(raw: object): Submission | Refusal {
  try {
    const checked = validate(UrlSubmitted, raw);
    if (!checked.ok) return refusal('shape', checked.issues.map(({ message }) => message).join('; '));
    const { url, id, submittedAt } = checked.value;
    return { kind: 'submission', url, id: id ?? undefined, submittedAt: submittedAt ?? undefined };
  } catch {
    // A member nested so deep that the validator's recursion ends.
    return refusal('shape', 'the members cannot be read');
  }
}
