import { readFloats, writeFloats } from './floats.js';
import { openFrame, readFrame } from './frame.js';

/**
 * Media type of rows as numbers: a {@link Frame} whose preamble is `{"columns": [name…], "rows": n}` and whose payload
 * is n × columns 32-bit floats, row by row, a missing value as NaN. `POST /internal/predictions/:schema` takes it
 * beside JSON, and answers it with a scores message.
 */
export const ROWS_MEDIA_TYPE = 'application/vnd.weir.rows';

/** Rows as numbers: row-major `values` in the order of `columns`, `NaN` where missing. */
export interface NumberRows {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly values: Float32Array;
}

export function encodeRows({ columns, rows, values }: NumberRows): Uint8Array {
  const length = rows * columns.length;
  const { message, payload } = openFrame({ columns, rows }, length * 4);
  writeFloats(values.subarray(0, length), message, payload);
  return message;
}

/** Throws `RangeError` where sizes do not match or a value is infinite. */
export function decodeRows(bytes: Uint8Array): NumberRows {
  const { preamble, payload } = readFrame(bytes);
  const { columns, rows } = preamble;
  if (!Array.isArray(columns) || columns.some((each) => typeof each !== 'string'))
    throw new RangeError('columns must be a list of names');
  if (!Number.isInteger(rows) || (rows as number) < 0) throw new RangeError('rows must be a number of rows');
  const count = (rows as number) * columns.length;
  if (payload.length !== count * 4)
    throw new RangeError(
      `${rows} rows of ${columns.length} columns take ${count * 4} bytes, not ${payload.length}`,
    );
  const values = readFloats(payload, count);
  const bad = values.findIndex((value) => value === Number.POSITIVE_INFINITY || value === -Infinity);
  if (bad >= 0) throw new RangeError(`row ${Math.floor(bad / columns.length) + 1} holds an infinite value`);
  return { columns: columns as string[], rows: rows as number, values };
}
