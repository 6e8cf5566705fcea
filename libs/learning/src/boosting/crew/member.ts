import { workerData } from 'node:worker_threads';
import { HistogramCounter } from '../../tree/histogram-counter.js';
import { GradientTarget } from '../gradient-target.js';
import { countParts } from './count-parts.js';
import { type CrewMaterial, FIELD } from './work-sheet.js';

/** Looks this often for new work before going to sleep: nodes follow each other within microseconds. */
const LOOKS = 10_000;

const material = workerData as CrewMaterial;
const { sheet } = material;
const counter = new HistogramCounter(
  material.binned,
  new GradientTarget(material.derivatives, material.options),
  material.threads,
);

function waitForNext(round: number): void {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(sheet, FIELD.round) !== round) return;
  Atomics.wait(sheet, FIELD.round, round);
}

while (Atomics.load(sheet, FIELD.dismissed) === 0) {
  const round = Atomics.load(sheet, FIELD.round);
  countParts(counter, material);
  waitForNext(round);
}
