import { MAX_URL_LENGTH } from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checked } from '../http/request-validation.js';
import { isVerdictRequest, readVerdictRequest } from './read-verdict-request.js';
import { VerdictRequest } from './verdict-requests.js';

function isInOrder(body: unknown): boolean {
  try {
    checked(VerdictRequest, body);
    return true;
  } catch {
    return false;
  }
}

describe('readVerdictRequest', () => {
  it("takes at once only what the class's rules take", () => {
    const value = fc.oneof(
      fc.constantFrom(true, false, null, undefined, '', 'http://a.example/', 'a'.repeat(MAX_URL_LENGTH + 1)),
      fc.jsonValue(),
    );
    const body = fc.record(
      { url: value, enrich: value, reasons: value, other: value, __proto__: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(body, fc.jsonValue()), (each) => {
        if (isVerdictRequest(each)) expect(isInOrder(each)).toBe(true);
      }),
    );
  });

  it('takes what clients send, and says what is wrong with the rest', () => {
    const body = { url: 'http://a.example/', reasons: false };
    expect(readVerdictRequest(body)).toBe(body);
    expect(() => readVerdictRequest({ url: 5, colour: 1 })).toThrow(
      expect.objectContaining({ code: 'WEIR_REQUEST_INVALID' }),
    );
    expect(() => readVerdictRequest(undefined)).toThrow('url');
  });
});
