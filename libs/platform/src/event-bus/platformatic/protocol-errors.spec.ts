import { ResponseError, TimeoutError } from '@platformatic/kafka';
import { describe, expect, it } from 'vitest';
import {
  BrokerError,
  errorName,
  errorNames,
  hasError,
  isAnswer,
  isCoordinatorLost,
} from './protocol-errors.js';

/** An answer to a heartbeat. */
const refusal = (code: number) => new ResponseError(12, 4, { '/': [code, null] }, { errorCode: code });

describe('errors of the protocol', () => {
  it('have names, and numbers where the library does not know them', () => {
    expect([errorName(27), errorName(9_999)]).toEqual(['REBALANCE_IN_PROGRESS', 'ERROR_9999']);
    // Which it cannot even tell of.
    expect(() => refusal(9_999)).toThrow(TypeError);
  });

  it('are found in what wraps them', () => {
    const wrapped = new AggregateError([new Error('x', { cause: refusal(16) })], 'all failed');
    expect(errorNames(wrapped)).toEqual(['NOT_COORDINATOR']);
    expect(hasError(wrapped, 'NOT_COORDINATOR', 'UNKNOWN_MEMBER_ID')).toBe(true);
    expect(errorNames(undefined)).toEqual([]);
  });

  it('tell a broker that answered from one that did not', () => {
    const errors = [
      refusal(25),
      new BrokerError('X', 'asking'),
      new TimeoutError('late'),
      new Error('closed'),
    ];
    expect(errors.map(isAnswer)).toEqual([true, true, false, false]);
  });

  it('have the coordinator looked up again where it moved or is away', () => {
    expect(
      [refusal(16), refusal(15), new Error('closed'), refusal(25), refusal(27)].map(isCoordinatorLost),
    ).toEqual([true, true, true, false, false]);
  });
});
