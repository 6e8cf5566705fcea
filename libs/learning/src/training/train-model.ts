import { availableParallelism } from 'node:os';
import { distinctRows } from '../dataset/distinct-rows.js';
import { assertTrainingData, type TrainingData } from '../dataset/training-data.js';
import { finishInSlices, type Steps } from '../inspection/steps.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import type { StepProgress } from '../parallel/step-count.js';
import { createExecutor } from '../parallel/worker-pool.js';
import { mixSeed } from '../random/random.js';
import type { Candidate, SearchResult } from '../search/search-models.js';
import { stratifiedSplit } from '../splits/splits.js';
import { artifactOf } from './artifact-of.js';
import { calibrate } from './calibrate.js';
import { evaluate } from './evaluate.js';
import { finalRound } from './final-round.js';
import { type JudgedModel, type Judgement, judgeSteps } from './judge.js';
import { type Learners, learnersOf, ownLearners } from './learners.js';
import { type Part, ProgressScale, type TermPart } from './progress-scale.js';
import { assertInput, type TrainingInput } from './training-input.js';
import type { TrainingControl, TrainingReport, TrainingResult, TrainingStage } from './training-report.js';
import { type HeldOutTables, TrainingTables } from './training-tables.js';

/**
 * The whole honest procedure. A fifth of the rows is held out by group; the search cross-validates on the rest only;
 * the chosen configuration is fitted on that rest and tested on the fifth (`distinct.*`), and again on a plain
 * stratified split (`stratified.*`) for comparison with published figures. Calibration and thresholds come from
 * out-of-fold predictions. What the model of the first test rests on, and how few changes get past it, is judged on the
 * same rows. The model served is that configuration fitted on every row.
 *
 * Where rows have terms, a linear model over them makes columns behind those given: out of fold for the rows that are
 * learned from, of the model of all of those for the rows held out. The artifact has the model of every row.
 *
 * The same input gives the same artifact, byte for byte, whatever the number of workers; only `report.*.seconds` differ.
 * Throws the errors of `assertTrainingData`, `searchModels`, `stratifiedSplit` and `assertInput`.
 */
export async function trainModel(
  input: TrainingInput,
  control: TrainingControl = {},
): Promise<TrainingResult> {
  control.signal?.throwIfAborted();
  assertTrainingData(input.data);
  assertInput(input);
  const executor = createExecutor(control.workers ?? availableParallelism());
  try {
    const learners = control.fitter ? learnersOf(control.fitter) : ownLearners(executor);
    return await new TrainingRun(input, control, learners).run();
  } finally {
    await executor.close();
  }
}

class TrainingRun {
  private readonly seconds: Record<TrainingStage, number> = {
    search: 0,
    evaluate: 0,
    judge: 0,
    refit: 0,
  };
  private readonly scale: ProgressScale;
  private algorithm: AlgorithmName | undefined;
  private best: Candidate | undefined;

  constructor(
    private readonly input: TrainingInput,
    private readonly control: TrainingControl,
    private readonly learners: Learners,
  ) {
    this.scale = new ProgressScale({ hasTerms: input.terms !== undefined });
  }

  async run(): Promise<TrainingResult> {
    const { input } = this;
    const { data, positiveIndex: positive, seed, testShare = 0.2 } = input;
    const distinct = distinctRows(data.matrix);
    const given = input.groups ?? data.groups;
    const groups = given ?? distinct.ids;
    const grouped: TrainingData = { ...data, groups };
    const byGroup = stratifiedSplit(data.labels, data.classes, testShare, {
      seed: mixSeed(seed, 1),
      groups,
    });
    const tables = new TrainingTables(input, grouped);
    const folds = { groups, seed: mixSeed(seed, 10) };
    const first = await this.timed('search', () => this.inSlices('terms', tables.heldOut(byGroup, folds)));
    const { training } = first;
    const search = await this.timed('search', () => this.search(training));
    const final = await this.timed('search', () => this.decide(training, search));
    this.best = final.best;
    const decision = calibrate(input, training, final);
    const options = { positive, calibration: decision.calibration, seed: mixSeed(seed, 2) };
    const byRow = stratifiedSplit(data.labels, data.classes, testShare, { seed: mixSeed(seed, 3) });
    const judged = await this.timed('evaluate', () => this.fitOn('firstTest', first));
    const plain = await this.timed('evaluate', async () => {
      const alike = { groups: distinct.ids, seed: mixSeed(seed, 11) };
      return this.fitOn('secondTest', await this.inSlices('secondTerms', tables.heldOut(byRow, alike)));
    });
    const figures = await this.timed('evaluate', async () => ({
      distinct: evaluate(judged.model, judged.test, options),
      stratified: evaluate(plain.model, plain.test, options),
    }));
    const judgement = await this.timed('judge', () => this.judge(judged, mixSeed(seed, 8)));
    const served = await this.timed('refit', async () => {
      const whole = await this.inSlices('allTerms', tables.whole({ ...folds, seed: mixSeed(seed, 12) }));
      return { ...whole, model: await this.fit('refit', whole.data) };
    });
    const report: TrainingReport = {
      candidates: search.candidates,
      best: final.best,
      groupedBy: given ? 'given-groups' : 'identical-rows',
      rows: data.matrix.rows,
      distinctRows: distinct.count,
      ...figures,
      ...judgement,
      seconds: this.seconds,
    };
    return { report, artifact: artifactOf(input, served, report, decision) };
  }

  /** Whoever names the folds, or another engine, has what the search found. */
  private async decide(training: TrainingData, search: SearchResult): Promise<SearchResult> {
    const { folds, classWeighting, positiveIndex: positive, seed } = this.input;
    if (folds !== undefined || this.control.fitter) return search;
    const options = { positive, seed: mixSeed(seed, 9), ...(classWeighting && { classWeighting }) };
    return finalRound(search, training.matrix.rows, (finalists) =>
      this.learners.search(
        training,
        { ...options, ...finalists },
        {
          signal: this.control.signal,
          onProgress: ({ done, total, algorithm }) => {
            this.algorithm = algorithm;
            this.report('final', { done, total });
          },
        },
      ),
    );
  }

  private search(training: TrainingData): Promise<SearchResult> {
    const { algorithms, grids, strategy, folds, classWeighting, positiveIndex, seed } = this.input;
    return this.learners.search(
      training,
      {
        positive: positiveIndex,
        seed: mixSeed(seed, 4),
        ...(algorithms && { algorithms }),
        ...(grids && { grids }),
        ...(strategy && { strategy }),
        ...(folds !== undefined && { folds }),
        ...(classWeighting && { classWeighting }),
      },
      {
        signal: this.control.signal,
        onProgress: ({ done, total, algorithm, best }) => {
          this.algorithm = algorithm;
          this.best = best;
          this.report('search', { done, total });
        },
      },
    );
  }

  private async fitOn(part: Part, tables: HeldOutTables): Promise<JudgedModel> {
    return { model: await this.fit(part, tables.training), ...tables };
  }

  private inSlices<T>(part: TermPart, steps: Steps<T>): Promise<T> {
    return finishInSlices(steps, {
      signal: this.control.signal,
      onProgress: (progress) => this.report(part, progress),
    });
  }

  private async fit(part: Part, data: TrainingData): Promise<FittedModel> {
    const { seed, classWeighting } = this.input;
    const request = { configuration: this.best!, seed: mixSeed(seed, 5), classWeighting };
    this.report(part, { done: 0, total: 1 });
    const model = await this.learners.fit(data, request, {
      signal: this.control.signal,
      onProgress: (steps) => this.report(part, steps),
    });
    this.report(part, { done: 1, total: 1 });
    return model;
  }

  private async judge(judged: JudgedModel, seed: number): Promise<Judgement> {
    const steps = judgeSteps(judged, { positive: this.input.positiveIndex, seed });
    const judgement = await finishInSlices(steps, {
      signal: this.control.signal,
      onProgress: (progress) => this.report('judge', progress),
    });
    this.report('judge', { done: 1, total: 1 });
    return judgement;
  }

  private report(part: Part, steps: StepProgress): void {
    this.control.onProgress?.({
      ...this.scale.at(part, steps),
      steps,
      ...(part === 'search' && { algorithm: this.algorithm }),
      best: this.best,
    });
  }

  private async timed<T>(stage: TrainingStage, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.seconds[stage] += (performance.now() - started) / 1000;
    return result;
  }
}
