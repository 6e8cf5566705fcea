import { availableParallelism } from 'node:os';
import { recordGoldenRows } from '../artifact/golden-rows.js';
import type { Lineage, ModelArtifact } from '../artifact/model-artifact.js';
import { calibrated } from '../calibration/calibration.js';
import { fitCalibration } from '../calibration/fit-calibration.js';
import { calibrationInputOf } from '../calibration/platt.js';
import {
  chooseThresholds,
  DEFAULT_FALSE_POSITIVE_RATES,
  type FalsePositiveRates,
} from '../calibration/thresholds.js';
import { distinctRows } from '../dataset/distinct-rows.js';
import { assertTrainingData, selectData, type TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import type { FittedModel } from '../model/fitted-model.js';
import { importance } from '../model/importance.js';
import { createExecutor } from '../parallel/worker-pool.js';
import { mixSeed } from '../random/random.js';
import {
  type Candidate,
  type SearchOptions,
  type SearchResult,
  searchModels,
} from '../search/search-models.js';
import { type HoldOut, stratifiedSplit } from '../splits/splits.js';
import { columnOf, evaluate, type TestFigures } from './evaluate.js';
import { figuresByName, operatingPoints, reliabilityByName } from './figures.js';
import { fitModel } from './fit-model.js';

/** What to train on, and how. */
export interface TrainingInput
  extends Pick<SearchOptions, 'algorithms' | 'grids' | 'folds' | 'classWeighting'> {
  readonly data: TrainingData;
  readonly schema: string;
  readonly featureNames: readonly string[];
  /** Names of the classes, by class index. */
  readonly classes: readonly string[];
  readonly positiveIndex: number;
  readonly seed: number;
  readonly lineage: Omit<Lineage, 'seed'>;
  /** Rows with the same number are never split; identical rows where neither this nor `data.groups` is given. */
  readonly groups?: Int32Array;
  /** 0.2 where absent. */
  readonly testShare?: number;
  readonly falsePositiveRates?: FalsePositiveRates;
  /** 32 where absent. */
  readonly goldenRows?: number;
}

export type TrainingStage = 'search' | 'evaluate' | 'refit';

export interface TrainingProgress {
  readonly stage: TrainingStage;
  /** Units of work of the whole run. */
  readonly done: number;
  readonly total: number;
  readonly best?: Candidate | undefined;
}

export interface TrainingControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TrainingProgress) => void) | undefined;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
}

export interface TrainingReport {
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  /** What a row was kept together with in the `distinct` split. */
  readonly groupedBy: 'identical-rows' | 'given-groups';
  readonly rows: number;
  /** Rows that differ in a feature. */
  readonly distinctRows: number;
  /** Held out by group: the honest figures. */
  readonly distinct: TestFigures;
  /** Held out by row, as published figures are: duplicates stand on both sides. */
  readonly stratified: TestFigures;
  readonly seconds: Readonly<Record<TrainingStage, number>>;
}

export interface TrainingResult {
  readonly artifact: ModelArtifact;
  readonly report: TrainingReport;
}

/** Fits after the search: two for the figures, one to serve. */
const FITS = 3;

function assertNames({ data, featureNames, classes, positiveIndex }: TrainingInput): void {
  if (featureNames.length !== data.matrix.columns) {
    throw new LearningError(
      'LEARN_FEATURES_MISMATCH',
      `${featureNames.length} names for ${data.matrix.columns} columns`,
    );
  }
  if (classes.length !== data.classes || classes[positiveIndex] === undefined) {
    throw new LearningError('LEARN_LABEL_INVALID', `${classes.length} names for ${data.classes} classes`);
  }
  if (!data.labels.includes(positiveIndex)) {
    throw new LearningError('LEARN_ONE_CLASS', `no row of the positive class "${classes[positiveIndex]}"`);
  }
}

function withGroups(data: TrainingData, groups: Int32Array): TrainingData {
  return { ...data, groups };
}

/** Calibration and thresholds, from predictions of rows by models that had not seen them. */
function calibrate(input: TrainingInput, training: TrainingData, search: SearchResult) {
  const { positiveIndex: positive, falsePositiveRates = DEFAULT_FALSE_POSITIVE_RATES } = input;
  const scores = columnOf(search.outOfFold, training.classes, positive);
  const { labels, groups } = training;
  const { calibration, heldOut } = fitCalibration(
    { labels, groups, probabilities: scores, positive },
    { input: calibrationInputOf(search.best.algorithm), seed: mixSeed(input.seed, 7) },
  );
  const probabilities = scores.map((score) => calibrated(calibration, score));
  const thresholds = chooseThresholds(labels, probabilities, positive, falsePositiveRates);
  return {
    calibration,
    thresholds,
    points: {
      ...operatingPoints(labels, probabilities, positive, thresholds),
      ...(heldOut && {
        'calibration.plattLogLoss': heldOut.platt,
        'calibration.isotonicLogLoss': heldOut.isotonic,
      }),
    },
  };
}

/**
 * The whole honest procedure. A fifth of the rows is held out by group; the search cross-validates on the rest only;
 * the chosen configuration is fitted on that rest and tested on the fifth (`distinct.*`), and again on a plain
 * stratified split (`stratified.*`) for comparison with published figures. Calibration and thresholds come from
 * out-of-fold predictions. The model served is that configuration fitted on every row.
 *
 * The same input gives the same artifact, byte for byte, whatever the number of workers; only `report.*.seconds` differ.
 * Throws the errors of `assertTrainingData`, `searchModels` and `stratifiedSplit`; `LEARN_FEATURES_MISMATCH`.
 */
export async function trainModel(
  input: TrainingInput,
  control: TrainingControl = {},
): Promise<TrainingResult> {
  control.signal?.throwIfAborted();
  assertTrainingData(input.data);
  assertNames(input);
  const executor = createExecutor(control.workers ?? availableParallelism());
  try {
    return await new TrainingRun(input, control, executor).run();
  } finally {
    await executor.close();
  }
}

class TrainingRun {
  private readonly seconds: Record<TrainingStage, number> = { search: 0, evaluate: 0, refit: 0 };
  private done = 0;
  private total = FITS;
  private best: Candidate | undefined;

  constructor(
    private readonly input: TrainingInput,
    private readonly control: TrainingControl,
    private readonly executor: ReturnType<typeof createExecutor>,
  ) {}

  async run(): Promise<TrainingResult> {
    const { input } = this;
    const { data, positiveIndex: positive, seed, testShare = 0.2 } = input;
    const distinct = distinctRows(data.matrix);
    const given = input.groups ?? data.groups;
    const grouped = withGroups(data, given ?? distinct.ids);
    const byGroup = stratifiedSplit(data.labels, data.classes, testShare, {
      seed: mixSeed(seed, 1),
      groups: grouped.groups,
    });
    const training = selectData(grouped, byGroup.train);
    const search = await this.timed('search', () => this.search(training));
    this.best = search.best;
    const { calibration, thresholds, points } = calibrate(input, training, search);
    const options = { positive, calibration, seed: mixSeed(seed, 2) };
    const test = async (split: HoldOut) =>
      evaluate(
        await this.fit('evaluate', selectData(data, split.train)),
        selectData(data, split.test),
        options,
      );
    const byRow = stratifiedSplit(data.labels, data.classes, testShare, { seed: mixSeed(seed, 3) });
    const distinctFigures = await this.timed('evaluate', () => test(byGroup));
    const stratifiedFigures = await this.timed('evaluate', () => test(byRow));
    const model = await this.timed('refit', () => this.fit('refit', data));
    const report: TrainingReport = {
      candidates: search.candidates,
      best: search.best,
      groupedBy: given ? 'given-groups' : 'identical-rows',
      rows: data.matrix.rows,
      distinctRows: distinct.count,
      distinct: distinctFigures,
      stratified: stratifiedFigures,
      seconds: this.seconds,
    };
    return { report, artifact: this.artifactOf(model, report, { calibration, thresholds }, points) };
  }

  private search(training: TrainingData): Promise<SearchResult> {
    const { algorithms, grids, folds, classWeighting, positiveIndex, seed } = this.input;
    return searchModels(
      training,
      {
        positive: positiveIndex,
        seed: mixSeed(seed, 4),
        executor: this.executor,
        ...(algorithms && { algorithms }),
        ...(grids && { grids }),
        ...(folds !== undefined && { folds }),
        ...(classWeighting && { classWeighting }),
      },
      {
        signal: this.control.signal,
        onProgress: ({ done, total, best }) => {
          this.total = total + FITS;
          this.best = best;
          this.report('search', done);
        },
      },
    );
  }

  private async fit(stage: TrainingStage, data: TrainingData): Promise<FittedModel> {
    const { seed, classWeighting } = this.input;
    const model = await fitModel(data, this.best!, {
      seed: mixSeed(seed, 5),
      executor: this.executor,
      signal: this.control.signal,
      ...(classWeighting && { classWeighting }),
    });
    this.report(stage, this.done + 1);
    return model;
  }

  private report(stage: TrainingStage, done: number): void {
    this.done = done;
    this.control.onProgress?.({ stage, done, total: this.total, best: this.best });
  }

  private async timed<T>(stage: TrainingStage, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.seconds[stage] += (performance.now() - started) / 1000;
    return result;
  }

  private artifactOf(
    model: FittedModel,
    report: TrainingReport,
    decision: Pick<ModelArtifact, 'calibration' | 'thresholds'>,
    points: Record<string, number>,
  ): ModelArtifact {
    const { input } = this;
    return {
      schema: input.schema,
      featureNames: input.featureNames,
      classes: input.classes,
      positiveIndex: input.positiveIndex,
      algorithm: report.best.algorithm,
      parameters: report.best.parameters,
      model,
      ...decision,
      metrics: {
        ...figuresByName('distinct', report.distinct),
        ...reliabilityByName('distinct', report.distinct.reliability),
        ...figuresByName('stratified', report.stratified),
        'crossValidation.f1': report.best.meanF1,
        'crossValidation.f1StandardDeviation': report.best.standardDeviation,
        ...points,
      },
      candidates: report.candidates.map(({ seconds: _, ...candidate }) => candidate),
      goldenRows: recordGoldenRows(model, input.data.matrix, input.goldenRows ?? 32, mixSeed(input.seed, 6)),
      importance: importance(model),
      lineage: { ...input.lineage, seed: input.seed },
    };
  }
}
