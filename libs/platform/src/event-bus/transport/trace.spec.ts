import { describe, expect, it } from 'vitest';
import { continueTrace, formatTraceparent, parseTraceparent, startTrace, traceparentFor } from './trace.js';

const TRACE = 'a'.repeat(32);
const SPAN = 'b'.repeat(16);
const TRACEPARENT = `00-${TRACE}-${SPAN}-01`;

describe('traces', () => {
  it('reads and writes a traceparent', () => {
    const trace = parseTraceparent(TRACEPARENT);
    expect(trace).toEqual({ traceId: TRACE, spanId: SPAN, flags: '01' });
    expect(trace && formatTraceparent(trace)).toBe(TRACEPARENT);
  });

  it.each([
    ['nothing', undefined],
    ['another text', 'hello'],
    ['upper case', TRACEPARENT.toUpperCase()],
    ['an all-zero trace', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['an all-zero span', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['the forbidden version', `ff-${TRACE}-${SPAN}-01`],
    ['version 00 with more behind it', `${TRACEPARENT}-more`],
  ])('ignores %s', (_what, text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });

  it('reads what a later version begins with', () => {
    expect(parseTraceparent(`01-${TRACE}-${SPAN}-00-more`)).toEqual({
      traceId: TRACE,
      spanId: SPAN,
      flags: '00',
    });
  });

  it('continues the trace of a record under a new span', () => {
    const trace = continueTrace({ headers: { traceparent: TRACEPARENT } });
    expect(trace).toMatchObject({ traceId: TRACE, flags: '01' });
    expect(trace.spanId).not.toBe(SPAN);
  });

  it('starts a trace where a record carries none, a different one each time', () => {
    const texts = [traceparentFor({ headers: {} }), traceparentFor({ headers: { traceparent: 'x' } })];
    for (const text of texts) expect(parseTraceparent(text)).toBeDefined();
    expect(texts[0]).not.toBe(texts[1]);
    expect(startTrace().flags).toBe('01');
  });
});
