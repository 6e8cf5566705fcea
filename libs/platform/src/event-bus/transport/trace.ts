import { identifierBytes } from '../../identifiers/random-bytes.js';
import type { EventRecord } from '../event-bus.js';

/** W3C Trace Context, version 00: https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const ZERO_TRACE = '0'.repeat(32);
const ZERO_SPAN = '0'.repeat(16);
const SAMPLED = '01';

export interface Trace {
  /** 32 hexadecimal digits, the same for everything one cause leads to. */
  readonly traceId: string;
  /** 16 hexadecimal digits: who caused what comes next. */
  readonly spanId: string;
  /** Two hexadecimal digits; the last bit says whether the trace is recorded. */
  readonly flags: string;
}

/** `undefined` for everything that the specification tells to ignore. */
export function parseTraceparent(text: string | undefined): Trace | undefined {
  const match = TRACEPARENT.exec(text ?? '');
  if (match === null) return undefined;
  const [, version, traceId = '', spanId = '', flags = '', rest] = match;
  if (version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  if (traceId === ZERO_TRACE || spanId === ZERO_SPAN) return undefined;
  return { traceId, spanId, flags };
}

export const formatTraceparent = ({ traceId, spanId, flags }: Trace): string =>
  `00-${traceId}-${spanId}-${flags}`;

export const startTrace = (): Trace => ({ traceId: randomId(16), spanId: randomId(8), flags: SAMPLED });

/** The trace of what a record leads to: the record's own, under a new span; a new one where it carries none. */
export function continueTrace(record: Pick<EventRecord, 'headers'>): Trace {
  const cause = parseTraceparent(record.headers.traceparent);
  return cause === undefined ? startTrace() : { ...cause, spanId: randomId(8) };
}

/** `continueTrace` as the value of the header `traceparent`. */
export const traceparentFor = (record: Pick<EventRecord, 'headers'>): string =>
  formatTraceparent(continueTrace(record));

/** Random and never all zero, which the specification forbids. */
function randomId(bytes: number): string {
  for (;;) {
    const id = identifierBytes(bytes);
    if (id.some((byte) => byte !== 0)) return id.toString('hex');
  }
}
