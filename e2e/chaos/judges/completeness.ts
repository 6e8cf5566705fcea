import { byId, count, type Judgement, placeOf, type SeenVerdict, type SubmittedUrl } from './evidence.js';

/** Each submitted id has a verdict, and there is none on an id that nobody submitted. */
export function judgeCompleteness(
  input: readonly SubmittedUrl[],
  verdicts: readonly SeenVerdict[],
): Judgement {
  const found = byId(verdicts);
  const ids = new Set(input.map(({ id }) => id));
  const lost = input.filter(({ id }) => !found.has(id));
  const strange = [...found.keys()].filter((id) => !ids.has(id));
  return {
    what: 'ids with a verdict',
    expected: count(ids.size),
    found: count(found.size - strange.length),
    faults: [
      ...lost.map((record) => `${record.id}: lost; submitted at ${placeOf(record)}`),
      ...strange.map((id) => `${id}: a verdict on what nobody submitted`),
    ],
  };
}
