import { describe, expect, it } from 'vitest';
import { noisyData } from '../../../reference/load.ts';
import { encodeArtifact } from '../../artifact/codec.js';
import { trainModel } from '../train-model.js';
import type { TrainingInput } from '../training-input.js';
import type { TrainingProgress } from '../training-report.js';
import { trainInThread } from './train-in-thread.js';

const input: TrainingInput = {
  data: noisyData({ rows: 300, columns: 4 }),
  schema: 'test',
  featureNames: ['a', 'b', 'c', 'd'],
  classes: ['phishing', 'legitimate'],
  positiveIndex: 0,
  seed: 11,
  lineage: {
    snapshotId: 's',
    snapshotSha256: 'f00',
    runId: 'r',
    createdAt: '2026-01-01T00:00:00.000Z',
    rows: 300,
  },
  algorithms: ['decision-tree'],
};

describe('trainInThread', () => {
  it.each([0, 1])(
    'gives the bytes that trainModel does, with %i workers, and reports on the way',
    async (workers) => {
      const seen: TrainingProgress[] = [];
      const { bytes, artifact } = await trainInThread(input, {
        workers,
        onProgress: (progress) => seen.push(progress),
      });
      const { artifact: here } = await trainModel(input, { workers: 0 });
      expect(Buffer.from(bytes).equals(encodeArtifact(here))).toBe(true);
      expect(artifact.metrics).toEqual(here.metrics);
      expect(seen.at(-1)).toMatchObject({ stage: 'refit', done: seen.at(-1)?.total });
    },
  );

  it('fails with the code of what is wrong', async () => {
    await expect(trainInThread({ ...input, classes: ['phishing'] })).rejects.toMatchObject({
      code: 'LEARN_LABEL_INVALID',
    });
    const broken = { ...input, featureNames: null } as unknown as TrainingInput;
    await expect(trainInThread(broken, { workers: 0 })).rejects.toMatchObject({
      code: 'LEARN_WORKER_FAILED',
    });
  });

  it('stops with the reason of the signal, or of whoever takes the progress', async () => {
    const controller = new AbortController();
    const stopped = trainInThread(input, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    await expect(trainInThread(input, { signal: controller.signal })).rejects.toThrow('enough');
    const full = () => {
      throw new Error('full');
    };
    await expect(trainInThread(input, { onProgress: full })).rejects.toThrow('full');
  });
});
