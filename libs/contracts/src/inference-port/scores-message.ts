import type { ModelReference } from '../events/urls.js';
import { VERDICTS, type Verdict } from '../verdict/verdict.js';
import { readFloats, writeFloats } from './floats.js';
import { openFrame, readFrame } from './frame.js';

/**
 * Media type of predictions as numbers: a {@link Frame} whose preamble is `{"model", "labels": […], "verdicts": […],
 * "rows": n}` and whose payload is n probabilities (32-bit floats), n indexes into `labels`, n into `verdicts` (a byte each).
 */
export const SCORES_MEDIA_TYPE = 'application/vnd.weir.scores';

/** Predictions of `rows` rows, in columns. */
export interface RowScores {
  readonly model: ModelReference;
  /** The data set's own values, by class index. */
  readonly labels: readonly (number | string)[];
  readonly rows: number;
  readonly probabilities: Float32Array;
  /** Index into `labels` for each row. */
  readonly classes: Uint8Array;
  /** Index into `VERDICTS` for each row. */
  readonly verdicts: Uint8Array;
}

/** `labels` may have up to 256 values. */
export function encodeScores(scores: RowScores): Uint8Array {
  const { model, labels, rows, probabilities, classes, verdicts } = scores;
  if (labels.length > 256) throw new RangeError(`${labels.length} labels do not fit a byte`);
  const { message, payload } = openFrame({ model, labels, verdicts: VERDICTS, rows }, rows * 6);
  writeFloats(probabilities.subarray(0, rows), message, payload);
  message.set(classes.subarray(0, rows), payload + rows * 4);
  message.set(verdicts.subarray(0, rows), payload + rows * 5);
  return message;
}

/** Throws `RangeError` where the message is not well-formed, or names verdicts that nobody knows here. */
export function decodeScores(bytes: Uint8Array): RowScores {
  const { preamble, payload } = readFrame(bytes);
  const { model, labels, verdicts, rows } = preamble;
  const count = typeof rows === 'number' ? rows : -1;
  if (count < 0 || payload.length !== count * 6) throw new RangeError('the message has not six bytes a row');
  if (!Array.isArray(labels) || !Array.isArray(verdicts))
    throw new RangeError('labels or verdicts are missing');
  const classes = payload.subarray(count * 4, count * 5);
  if (classes.some((each) => each >= labels.length)) throw new RangeError('a label is not in the list');
  return {
    model: model as ModelReference,
    labels: labels as (number | string)[],
    rows: count,
    probabilities: readFloats(payload, count),
    classes,
    verdicts: known(payload.subarray(count * 5), verdicts),
  };
}

/** The sender's order of verdicts may be that of another version. */
function known(indexes: Uint8Array, names: readonly unknown[]): Uint8Array {
  const places = names.map((name) => VERDICTS.indexOf(name as Verdict));
  if (places.every((place, index) => place === index) && indexes.every((each) => each < places.length))
    return indexes;
  return indexes.map((each) => {
    const place = places[each] ?? -1;
    if (place < 0) throw new RangeError('a verdict is not in the list');
    return place;
  });
}
