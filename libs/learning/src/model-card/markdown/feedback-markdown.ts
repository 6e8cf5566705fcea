import type { CardFeedback, CardOpinion } from '../card-feedback.js';
import { code, count, table } from './table.js';

/** The disputed URLs of a card, and how they fare. */
export function feedbackMarkdown(feedback: CardFeedback): string {
  const { corrections, replacedRows, agreeing, previousVersion, examples, snapshotId } = feedback;
  const before =
    previousVersion === null
      ? ''
      : ` The champion before, version ${previousVersion}, agrees with ${count(agreeing.previous)}.`;
  const rows = examples.map(({ url, label, previous, model, agrees }) => [
    code(url),
    label,
    opinion(previous),
    opinion(model),
    agrees === null ? '–' : agrees ? 'yes' : 'no',
  ]);
  return [
    `${count(corrections)} corrections (snapshot ${code(snapshotId)}) were taught beside the rows, in the place of ${count(replacedRows)} of them. The model agrees with ${count(agreeing.model)}; it was taught them, so this is no test of what it has not seen.${before}`,
    table(['disputed URL', 'correction', 'champion before', 'this model', 'agrees'], rows),
  ].join('\n\n');
}

function opinion(said: CardOpinion | null): string {
  return said === null ? '–' : `${said.verdict}, ${said.probability.toFixed(3)}`;
}
