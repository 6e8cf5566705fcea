import { describe, expect, it } from 'vitest';
import { prepareProblem } from '../algorithm/problem.js';
import { createRandom } from '../random/random.js';
import type { StepProgress } from './step-count.js';
import { StepCount } from './step-count.js';
import { ProblemViews, type Task } from './task.js';
import { createExecutor, threadsOfEach } from './worker-pool.js';

function forest(from: number, to: number): Task {
  return { kind: 'fit', algorithm: 'random-forest', unit: { parameters: {}, from, to } };
}

/** Rows that differ, so that a tree takes a while. */
function noise(rows: number) {
  const random = createRandom(1);
  const values = Float32Array.from({ length: rows * 6 }, () => random.uniform());
  const labels = Int32Array.from({ length: rows }, () => random.below(2));
  return prepareProblem({ matrix: { rows, columns: 6, values }, labels, classes: 2 }, { seed: 1 });
}

describe('StepCount', () => {
  it('counts running tasks but for their last step, never goes back, and ends at the total', () => {
    const count = new StepCount([forest(0, 8), forest(8, 9), forest(9, 14)]);
    const after = (change: () => void) => {
      change();
      return count.progress().done;
    };
    expect(count.progress()).toEqual({ done: 0, total: 14 });
    expect(after(() => count.reach(0, 3))).toBe(3);
    expect(after(() => count.reach(0, 2))).toBe(3);
    expect(after(() => count.reach(1, 1))).toBe(3);
    expect(after(() => count.end(1))).toBe(4);
    expect(after(() => count.reach(0, 12))).toBe(8);
    expect(after(() => count.end(2))).toBe(13);
    expect(after(() => count.end(0))).toBe(14);
    expect(after(() => count.reach(0, 1))).toBe(14);
  });

  it("takes a unit's own number of steps where it says one, and at least one", () => {
    const unit = { parameters: {}, from: 0, to: 1, steps: 300 };
    const tasks: Task[] = [
      { kind: 'fit', algorithm: 'gradient-boosting', unit },
      { kind: 'fit', algorithm: 'gradient-boosting', unit: { ...unit, steps: 0 } },
    ];
    expect(new StepCount(tasks).progress().total).toBe(301);
  });
});

describe('ProblemViews', () => {
  const problem = { ...noise(60), foldOf: Int32Array.from({ length: 60 }, (_, row) => row % 2) };

  it('makes each view once', () => {
    const views = new ProblemViews(problem);
    const first = views.of(0);
    expect(views.of(1)).not.toBe(first);
    expect(views.of(0)).toBe(first);
  });

  it('keeps one view of a large matrix, and makes the same again', () => {
    const views = new ProblemViews(problem, problem.matrix.values.byteLength - 1);
    const first = views.of(0);
    expect(views.of(0)).toBe(first);
    expect([...views.of(1).validationRows]).not.toEqual([...first.validationRows]);
    expect(views.of(0)).not.toBe(first);
    expect(views.of(0)).toEqual(first);
  });
});

it.each([
  [4, 1, 4],
  [4, 3, 1],
  [8, 3, 2],
  [2, 60, 1],
])('lets each task of %i workers and %i tasks use %i threads', (workers, tasks, threads) => {
  expect(threadsOfEach(workers, tasks)).toBe(threads);
});

describe.each([0, 1, 2])('an executor of %i workers', (workers) => {
  it('hands over every outcome once, with progress that ends at the total', async () => {
    const executor = createExecutor(workers);
    const taken: number[] = [];
    const seen: StepProgress[] = [];
    const tasks = [forest(0, 2), forest(2, 4), forest(4, 7)];
    await executor.stream(noise(200), tasks, (task) => taken.push(task), {
      onProgress: (each) => seen.push(each),
    });
    await executor.close();
    expect(taken.sort()).toEqual([0, 1, 2]);
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual({ done: 7, total: 7 });
  });

  it('tells of a long task while it runs, and stops in the middle of it', async () => {
    const executor = createExecutor(workers);
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: StepProgress[] = [];
    const onProgress = (progress: StepProgress) => {
      seen.push(progress);
      controller.abort(reason);
    };
    let taken = 0;
    const running = executor.stream(noise(2000), [forest(0, 100_000)], () => taken++, {
      signal: controller.signal,
      onProgress,
    });
    await expect(running).rejects.toBe(reason);
    await executor.close();
    expect(taken).toBe(0);
    expect(seen[0]!.done).toBeGreaterThan(0);
    expect(seen[0]!.done).toBeLessThan(100_000);
  });

  it('can be used again after it was stopped', async () => {
    const executor = createExecutor(workers);
    await expect(
      executor.run(noise(50), [forest(0, 1)], { signal: AbortSignal.abort(new Error('before')) }),
    ).rejects.toThrow('before');
    const outcomes = await executor.run(noise(50), [forest(0, 1), forest(1, 2)]);
    await executor.close();
    expect(outcomes.map(({ kind }) => kind)).toEqual(['fit', 'fit']);
  });
});
