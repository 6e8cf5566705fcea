import type { CardFeedback, CardOpinion } from '../card-feedback.js';
import { code, count, table } from './table.js';

/** The disputed URLs of a card, and how they fare. */
export function feedbackMarkdown(feedback: CardFeedback): string {
  const { corrections, replacedRows, agreeing, previousVersion, examples, snapshotId } = feedback;
  const sentences = [
    `${count(corrections)} corrections (snapshot ${code(snapshotId)}) were taught beside the rows, in the place of ${count(replacedRows)} of them.`,
    agreeing.model === null ? '' : `The model, which was taught them, agrees with ${count(agreeing.model)}.`,
    agreeing.heldOut === null
      ? 'How it does on them unseen is not known.'
      : `Taught nothing of their domains, the same configuration agrees with ${count(agreeing.heldOut)}.`,
    previousVersion === null || agreeing.previous === null
      ? ''
      : `The champion before, version ${previousVersion}, agrees with ${count(agreeing.previous)}.`,
  ];
  const rows = examples.map(({ url, label, previous, model, heldOut, agrees }) => [
    code(url),
    label,
    opinion(previous, agrees.previous),
    opinion(model, agrees.model),
    opinion(heldOut, agrees.heldOut),
  ]);
  return [
    sentences.filter((sentence) => sentence !== '').join(' '),
    table(['disputed URL', 'correction', 'champion before', 'this model', 'not taught it'], rows),
  ].join('\n\n');
}

function opinion(said: CardOpinion | null, agrees: boolean | null): string {
  if (said === null) return '–';
  return `${agrees === true ? 'agrees' : 'disagrees'}: ${said.verdict}, ${said.probability.toFixed(3)}`;
}
