import { type Problem, prepareProblem } from '../algorithm/problem.js';
import { selectData, type TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import type { Executor } from '../parallel/executor.js';
import { mixSeed } from '../random/random.js';
import { subsampleFolds } from '../splits/subsample.js';
import type { ClassWeighting } from '../weights/class-weights.js';
import { bestOf, type Candidate } from './candidate.js';
import { type CrossValidation, type CrossValidationControl, crossValidate } from './cross-validate.js';
import { validateCandidates } from './find-candidates.js';
import { halvingSchedule, type PlannedRung, survivorsOf } from './halving-schedule.js';
import { type AlgorithmCandidates, type PlannedCandidate, planSearch } from './search-plan.js';
import type { HalvingStrategy } from './strategy.js';

/** A round of a halving, and what it found. */
export interface Rung {
  readonly resource: 'rows' | 'nEstimators';
  /** How much of it each candidate had; of rows, what was asked for. */
  readonly resources: number;
  /** Those tried on it, in the search's order; `seconds` are this rung's. */
  readonly candidates: readonly Candidate[];
}

export interface HalvingInput {
  readonly data: TrainingData;
  readonly foldOf: Int32Array;
  readonly folds: number;
  readonly groups: Int32Array | undefined;
  readonly positive: number;
  readonly seed: number;
  readonly classWeighting: ClassWeighting;
  readonly entries: readonly AlgorithmCandidates[];
  readonly strategy: HalvingStrategy;
}

export interface HalvingResult extends CrossValidation {
  readonly rungs: readonly Rung[];
}

/** A candidate that is still in, by its number in the search. */
interface Contender extends PlannedCandidate {
  readonly number: number;
}

function scheduleOf({ strategy, entries, data, folds }: HalvingInput): PlannedRung[] {
  const { factor = 3, resource = 'rows', minResources, maxResources } = strategy;
  const { rows } = data.matrix;
  if (resource === 'rows' && maxResources !== undefined && maxResources !== rows)
    throw new LearningError('LEARN_PARAMETER_INVALID', 'maxResources of rows is all of them');
  return halvingSchedule({
    candidates: entries.reduce((sum, { parameters }) => sum + parameters.length, 0),
    factor,
    minResources: minResources ?? (resource === 'rows' ? Math.min(rows, 2 * folds * data.classes) : 1),
    maxResources: resource === 'rows' ? rows : (maxResources ?? Number.NaN),
  });
}

/** Candidates of each algorithm, in order. */
function entriesOf(contenders: readonly Contender[]): AlgorithmCandidates[] {
  const algorithms = new Set(contenders.map(({ algorithm }) => algorithm));
  return [...algorithms].map((algorithm) => ({
    algorithm,
    parameters: contenders.filter((each) => each.algorithm === algorithm).map(({ parameters }) => parameters),
  }));
}

/** Successive halving, a rung at a time. Throws `LEARN_PARAMETER_INVALID` and the executor's errors. */
export async function halvingSearch(
  input: HalvingInput,
  executor: Executor,
  control: CrossValidationControl,
): Promise<HalvingResult> {
  const search = new HalvingSearch(input, executor, control);
  return search.run();
}

class HalvingSearch {
  private readonly schedule: readonly PlannedRung[];
  private readonly latest: Candidate[] = [];
  private readonly rungs: Rung[] = [];
  private contenders: Contender[];
  private whole: Problem | undefined;
  /** Candidates × resources of the rungs that are through. */
  private done = 0;

  constructor(
    private readonly input: HalvingInput,
    private readonly executor: Executor,
    private readonly control: CrossValidationControl,
  ) {
    this.schedule = scheduleOf(input);
    this.contenders = input.entries
      .flatMap(({ algorithm, parameters }) => parameters.map((each) => ({ algorithm, parameters: each })))
      .map((planned, number) => ({ ...planned, number }));
    for (const { resources } of this.schedule) validateCandidates(this.entriesAt(resources));
  }

  async run(): Promise<HalvingResult> {
    const { factor = 3 } = this.input.strategy;
    let last: CrossValidation | undefined;
    for (const [rung, planned] of this.schedule.entries()) {
      last = await this.tryAll(rung, planned);
      this.contenders = this.survivors(last.candidates, survivorsOf(planned.candidates, factor));
    }
    return {
      ...last!,
      candidates: this.latest,
      best: bestOf(this.latest.filter((each) => each.rung === this.schedule.length - 1))!,
      rungs: this.rungs,
    };
  }

  private async tryAll(rung: number, planned: PlannedRung): Promise<CrossValidation> {
    const { input, control, executor } = this;
    const plan = planSearch(this.entriesAt(planned.resources), input.folds);
    const problem = this.problemAt(rung, planned.resources);
    const weight = planned.candidates * planned.resources;
    const total = this.schedule.reduce((sum, each) => sum + each.candidates * each.resources, 0);
    const result = await crossValidate(
      problem,
      plan,
      executor,
      { positive: input.positive },
      {
        signal: control.signal,
        onProgress: ({ done, total: steps, algorithm }, best) =>
          control.onProgress?.(
            { done: this.done + Math.floor((weight * done) / steps), total, algorithm },
            best,
          ),
      },
    );
    this.done += weight;
    this.record(rung, planned.resources, result.candidates);
    return result;
  }

  private entriesAt(resources: number): AlgorithmCandidates[] {
    const entries = entriesOf(this.contenders);
    if (this.input.strategy.resource !== 'nEstimators') return entries;
    return entries.map(({ algorithm, parameters }) => ({
      algorithm,
      parameters: parameters.map((each) => ({ ...each, nEstimators: resources })),
    }));
  }

  private problemAt(rung: number, resources: number): Problem {
    const { data, foldOf, seed, classWeighting, groups, strategy } = this.input;
    const { rows } = data.matrix;
    if (strategy.resource === 'nEstimators' || resources === rows) {
      this.whole ??= prepareProblem(data, { seed, foldOf, classWeighting });
      return this.whole;
    }
    const { labels, classes } = data;
    const sample = subsampleFolds({ foldOf, labels, classes }, resources / rows, {
      seed: mixSeed(seed, rung),
      groups,
    });
    return prepareProblem(selectData(data, sample), {
      seed,
      foldOf: sample.map((row) => foldOf[row]!),
      classWeighting,
    });
  }

  private record(rung: number, resources: number, candidates: readonly Candidate[]): void {
    const named = candidates.map((candidate) => ({ ...candidate, rung }));
    this.rungs.push({ resource: this.input.strategy.resource ?? 'rows', resources, candidates: named });
    named.forEach((candidate, index) => {
      const { number } = this.contenders[index]!;
      const seconds = candidate.seconds + (this.latest[number]?.seconds ?? 0);
      this.latest[number] = { ...candidate, seconds };
    });
  }

  /** The best so many, in their order; of equals the earlier. */
  private survivors(candidates: readonly Candidate[], count: number): Contender[] {
    const places = candidates.map((_, index) => index);
    places.sort((a, b) => candidates[b]!.meanF1 - candidates[a]!.meanF1 || a - b);
    const kept = new Set(places.slice(0, count));
    return this.contenders.filter((_, index) => kept.has(index));
  }
}
