import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFrame } from './frame.js';
import { decodeRows, encodeRows } from './rows-message.js';
import { decodeScores, encodeScores, type RowScores } from './scores-message.js';

const rowsOf = (preamble: object, payloadBytes: number, fill = 0) => {
  const { message, payload } = openFrame(preamble, payloadBytes);
  return message.fill(fill, payload);
};

describe('a rows message', () => {
  it('is read back as it was, with names of any length and at any alignment', () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.float({ noDefaultInfinity: true }));
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
        fc.array(value),
        fc.nat(7),
        (columns, cells, shift) => {
          const rows = Math.floor(cells.length / columns.length);
          const values = Float32Array.from(cells.slice(0, rows * columns.length));
          const bytes = encodeRows({ columns, rows, values });
          const moved = new Uint8Array(bytes.length + shift).subarray(shift);
          moved.set(bytes);
          expect(decodeRows(moved)).toEqual({ columns, rows, values });
        },
      ),
    );
  });

  it.each([
    ['nothing', new Uint8Array(0), 'shorter'],
    ['a length beyond the end', Uint8Array.of(255, 255, 255, 255, 1), 'shorter'],
    ['a preamble that is no JSON', Uint8Array.of(4, 0, 0, 0, 1, 2, 3, 4), 'not JSON'],
    ['a list', rowsOf([], 0), 'not a JSON object'],
    ['names that are none', rowsOf({ columns: [1], rows: 0 }, 0), 'columns'],
    ['half a row', rowsOf({ columns: ['a'], rows: 1.5 }, 4), 'rows'],
    ['too few bytes', rowsOf({ columns: ['a', 'b'], rows: 2 }, 12), '16 bytes, not 12'],
    ['too many bytes', rowsOf({ columns: ['a'], rows: 1 }, 8), '4 bytes, not 8'],
  ])('refuses %s', (_name, bytes, message) => {
    expect(() => decodeRows(bytes)).toThrow(message);
  });

  it('refuses infinite values and names the row', () => {
    const values = Float32Array.of(1, 2, 3, Number.NEGATIVE_INFINITY);
    const bytes = encodeRows({ columns: ['a', 'b'], rows: 2, values });
    expect(() => decodeRows(bytes)).toThrow('row 2');
  });
});

describe('a scores message', () => {
  const scores: RowScores = {
    model: { name: 'uci-9', version: 3 },
    labels: [-1, 0, 'x'],
    rows: 3,
    probabilities: Float32Array.of(0.5, 0.25, 1),
    classes: Uint8Array.of(0, 2, 1),
    verdicts: Uint8Array.of(2, 0, 1),
  };

  it('is read back as it was', () => {
    const { classes, verdicts, ...read } = decodeScores(encodeScores(scores));
    expect(read).toEqual({ ...scores, classes: undefined, verdicts: undefined });
    expect([...classes, ...verdicts]).toEqual([0, 2, 1, 2, 0, 1]);
  });

  it('refuses labels that are not listed, and other sizes', () => {
    expect(() => decodeScores(encodeScores({ ...scores, labels: [1] }))).toThrow('label');
    expect(() => decodeScores(rowsOf({ rows: 2, labels: [], verdicts: [] }, 6))).toThrow('six bytes');
  });

  it("follows the sender's order of verdicts, and knows no others", () => {
    const preamble = { model: scores.model, labels: [1], rows: 1 };
    const swapped = rowsOf({ ...preamble, verdicts: ['safe', 'malicious', 'suspicious'] }, 6);
    expect([...decodeScores(swapped).verdicts]).toEqual([2]);
    expect(() => decodeScores(rowsOf({ ...preamble, verdicts: ['odd'] }, 6))).toThrow('verdict');
  });
});
