import { cloudEventHeaders, type ScoredUrl, TOPICS, type UrlShadowVerdict } from '@weir/contracts';
import type { OutgoingRecord } from '@weir/platform';
import type { AcceptedRecord } from '../classification/batch-reading.js';
import { encodeVerdicts, INFERENCE_SOURCE } from '../classification/verdict-encoding.js';
import type { ServedModel } from '../model-slot/index.js';
import type { ChallengedBatch, Comparison } from './challenge.js';

/**
 * The records of a challenged batch: one of `urls.verdicts` for each URL, in order, that names the version which gave it,
 * then those of `urls.verdicts.shadow`. `scored`: as the lists have overruled the batch's own.
 */
export function encodeChallenged(
  batch: ChallengedBatch,
  accepted: readonly AcceptedRecord[],
  scored: readonly ScoredUrl[],
  now: Date,
): OutgoingRecord[] {
  const { champion, challenger, answered } = batch;
  if (answered.size === 0) {
    return [...encodeVerdicts(champion, accepted, scored, now), ...encodeShadow(batch, accepted, now)];
  }
  const encodeRows = (model: ServedModel, byChallenger: boolean) => {
    const isOf = (_: unknown, row: number) => answered.has(row) === byChallenger;
    return encodeVerdicts(model, accepted.filter(isOf), scored.filter(isOf), now).values();
  };
  const [byChampion, byChallenger] = [encodeRows(champion, false), encodeRows(challenger, true)];
  // A key whose challenger failed on some records is in both: the order must be that of the batch.
  const verdicts = accepted.map(
    (_, row) => (answered.has(row) ? byChallenger : byChampion).next().value as OutgoingRecord,
  );
  return [...verdicts, ...encodeShadow(batch, accepted, now)];
}

function encodeShadow(
  { champion, challenger, compared }: ChallengedBatch,
  accepted: readonly AcceptedRecord[],
  now: Date,
): OutgoingRecord[] {
  const topic = TOPICS.urlsVerdictsShadow;
  const { ce_id: _, ...sharedHeaders } = cloudEventHeaders(topic, { source: INFERENCE_SOURCE, time: now });
  const classifiedAt = now.toISOString();
  return compared.map((each) => {
    const { id, submission, site } = accepted[each.row] as AcceptedRecord;
    const value: UrlShadowVerdict = {
      id,
      url: submission.url,
      champion: versionVerdict(champion, each.champion),
      challenger: versionVerdict(challenger, each.challenger),
      classifiedAt,
    };
    return {
      topic: topic.name,
      key: site.registrableDomain,
      value: JSON.stringify(value),
      headers: { ce_id: id },
      sharedHeaders,
    };
  });
}

function versionVerdict({ version }: ServedModel, { verdict, probability }: Comparison['champion']) {
  return { version, verdict, probability };
}
