import { type ModelReference, VERDICTS } from '@weir/contracts';
import type { PredictedBatch } from '../predictor.js';
import type { AnswerWriter } from './answer-writer.js';

/** `{"predictions": [...], "model": {...}}`; `models` names them all where the model was replaced on the way. */
export class JsonWriter implements AnswerWriter {
  readonly #models: ModelReference[] = [];
  #separator = '';

  begin(): string {
    return '{"predictions":[';
  }

  batch({ rows, scores }: PredictedBatch): string {
    const { model, classes, verdicts, probabilities } = scores;
    const known = this.#models.some((each) => each.name === model.name && each.version === model.version);
    if (!known) this.#models.push(model);
    const labels = scores.labels.map((label) => JSON.stringify(label));
    let text = this.#separator;
    for (let row = 0; row < rows; row++) {
      if (row > 0) text += ',';
      text += `{"label":${labels[classes[row] as number]},"verdict":"${VERDICTS[verdicts[row] as number]}","probability":${probabilities[row]}}`;
    }
    this.#separator = ',';
    return text;
  }

  end(): string {
    const models = this.#models;
    const all = models.length > 1 ? `,"models":${JSON.stringify(models)}` : '';
    return `],"model":${JSON.stringify(models.at(-1))}${all}}`;
  }
}
