import type { ModelReference } from '@weir/contracts';
import type { OutputTask } from './output.js';

/** `{"predictions": [...], "model": {...}}`; `models` names them all where the model was replaced on the way. */
export async function* jsonOutput({ chunks }: OutputTask): AsyncGenerator<string> {
  const models: ModelReference[] = [];
  let separator = '{"predictions":[';
  for await (const { predictions, model } of chunks) {
    const known = models.some((each) => each.name === model.name && each.version === model.version);
    if (!known) models.push(model);
    const items = predictions.map(({ label, verdict, probability }) =>
      JSON.stringify({ label, verdict, probability }),
    );
    yield `${separator}${items.join(',')}`;
    separator = ',';
  }
  const all = models.length > 1 ? `,"models":${JSON.stringify(models)}` : '';
  yield `],"model":${JSON.stringify(models.at(-1))}${all}}`;
}
