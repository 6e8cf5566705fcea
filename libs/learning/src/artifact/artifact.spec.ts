import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { algorithmNames } from '../algorithm/registry.js';
import { curveAt } from '../calibration/isotonic.js';
import type { LearningErrorCode } from '../errors.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { importance } from '../model/importance.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';
import { decodeArtifact, encodeArtifact } from './codec.js';
import { recordGoldenRows, verifyGoldenRows } from './golden-rows.js';
import type { ModelArtifact } from './model-artifact.js';
import {
  decodeTensors,
  encodeTensors,
  MAX_HEADER_BYTES,
  type Tensor,
  type TensorData,
} from './safetensors.js';
import { createScorer } from './scorer.js';

const PARAMETERS: Record<AlgorithmName, Record<string, string | number>> = {
  'logistic-regression': { C: 0.1 },
  knn: { k: 3 },
  'decision-tree': { criterion: 'gini' },
  'random-forest': { nEstimators: 7 },
  adaboost: { nEstimators: 5 },
  'gradient-boosting': { nEstimators: 5 },
};
const data = noisyData({ rows: 80, missing: 0.1 });

async function artifactOf(algorithm: AlgorithmName, classes = 2): Promise<ModelArtifact> {
  const own = noisyData({ rows: 80, missing: 0.1, classes });
  const parameters = PARAMETERS[algorithm];
  const model = await fitModel(own, { algorithm, parameters }, { seed: 2, workers: 0 });
  return {
    schema: 'test',
    featureNames: ['a', 'b', 'ü', 'd'],
    classes: ['phishing', 'legitimate', 'suspicious'].slice(0, classes),
    positiveIndex: 0,
    algorithm,
    parameters,
    model,
    calibration: { method: 'platt', input: 'log-odds', slope: 0.9, intercept: -0.1 },
    thresholds: { malicious: 0.9, suspicious: 0.5 },
    metrics: { 'distinct.f1': 0.1 + 0.2 },
    candidates: [{ algorithm, parameters, meanF1: 0.9, standardDeviation: 0.01, foldF1: [0.9, 0.91, 0.89] }],
    goldenRows: recordGoldenRows(model, own.matrix, 8, 1),
    importance: importance(model),
    lineage: { snapshotId: 's', snapshotSha256: 'x', runId: 'r', seed: 1, createdAt: '2026-01-01', rows: 80 },
  };
}

const failsWith = (code: LearningErrorCode) => expect.objectContaining({ name: 'LearningError', code });
const cases = algorithmNames().flatMap((algorithm) => [2, 3].map((classes) => ({ algorithm, classes })));

describe.each(cases)('an artifact of $algorithm, $classes classes', ({ algorithm, classes }) => {
  it('reads back as it was written, to the byte', async () => {
    const artifact = await artifactOf(algorithm, classes);
    const bytes = encodeArtifact(artifact);
    const decoded = decodeArtifact(bytes);
    expect(decoded).toEqual(artifact);
    expect(encodeArtifact(decoded)).toEqual(bytes);
    verifyGoldenRows(decoded);
  });

  it('predicts the same bits once saved', async () => {
    const artifact = await artifactOf(algorithm, classes);
    const saved = decodeArtifact(encodeArtifact(artifact));
    const more = noisyData({ rows: 500, missing: 0.3, seed: 99 }).matrix;
    const bits = (model: ModelArtifact['model']) => new Uint32Array(predictProbabilities(model, more).buffer);
    expect(bits(saved.model)).toEqual(bits(artifact.model));
  });

  it('is read from the middle of a larger buffer, at any alignment', async () => {
    const artifact = await artifactOf(algorithm, classes);
    const bytes = encodeArtifact(artifact);
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 3);
    expect(decodeArtifact(larger.subarray(3, 3 + bytes.length))).toEqual(artifact);
  });
});

describe('the file', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = encodeArtifact(await artifactOf('random-forest'));
  });

  it('is refused at whatever byte it ends', () => {
    for (let length = 0; length < bytes.length; length += length < 64 ? 1 : 61) {
      expect(() => decodeArtifact(bytes.subarray(0, length))).toThrow(failsWith('LEARN_ARTIFACT_TRUNCATED'));
    }
  });

  it('is refused with bytes behind the last tensor', () => {
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(() => decodeArtifact(longer)).toThrow(failsWith('LEARN_ARTIFACT_TENSOR'));
  });

  it('never breaks in another way than by a coded error, whatever byte is changed', () => {
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 0x55;
      try {
        verifyGoldenRows(decodeArtifact(changed));
      } catch (error) {
        expect(error).toMatchObject({ name: 'LearningError', code: expect.stringMatching(/^LEARN_/) });
      }
    }
  });

  it('may not claim a header beyond the bound', () => {
    const changed = bytes.slice();
    new DataView(changed.buffer).setBigUint64(0, BigInt(MAX_HEADER_BYTES) + 1n, true);
    expect(() => decodeArtifact(changed)).toThrow(failsWith('LEARN_ARTIFACT_HEADER'));
    new DataView(changed.buffer).setBigUint64(0, 2n ** 64n - 1n, true);
    expect(() => decodeArtifact(changed)).toThrow(failsWith('LEARN_ARTIFACT_HEADER'));
  });

  it.each(['[]', 'null', '{"a":', '"x"', '{"__metadata__":{"a":1}}', '{"__metadata__":[]}'])(
    'refuses the header %s',
    (header) => {
      expect(() => decodeArtifact(withHeader(header, 0))).toThrow(failsWith('LEARN_ARTIFACT_HEADER'));
    },
  );

  it.each([
    '{"a":1}',
    '{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}',
    '{"a":{"dtype":"toString","shape":[1],"data_offsets":[0,8]}}',
    '{"a":{"dtype":"U8","shape":[-8],"data_offsets":[0,8]}}',
    '{"a":{"dtype":"U8","shape":[9],"data_offsets":[0,8]}}',
    '{"a":{"dtype":"U8","shape":[8],"data_offsets":[8,0]}}',
    '{"a":{"dtype":"U8","shape":[7],"data_offsets":[1,8]}}',
    '{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}',
    '{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}',
  ])('refuses the tensors of %s', (header) => {
    expect(() => decodeArtifact(withHeader(header, 8))).toThrow(failsWith('LEARN_ARTIFACT_TENSOR'));
  });
});

function withHeader(header: string, dataBytes: number): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

describe('the content', () => {
  type File = ReturnType<typeof decodeTensors>;
  const changed = async (
    change: (file: { metadata: Record<string, string>; tensors: Record<string, Tensor> }) => void,
  ) => {
    const file: File = decodeTensors(encodeArtifact(await artifactOf('random-forest')));
    const copy = { metadata: { ...file.metadata }, tensors: { ...file.tensors } };
    change(copy);
    return encodeTensors(copy);
  };
  const set = (name: string, index: number, value: number) => (file: { tensors: Record<string, Tensor> }) => {
    (file.tensors[name]!.data as TensorData)[index] = value;
  };
  const describeAs = (key: string, value: unknown) => (file: { metadata: Record<string, string> }) => {
    file.metadata.description = JSON.stringify({ ...JSON.parse(file.metadata.description!), [key]: value });
  };

  it.each([
    ['a child that is its own parent', 'LEARN_ARTIFACT_TREE', set('trees.left', 0, 0)],
    ['a child beyond the last node', 'LEARN_ARTIFACT_TREE', set('trees.right', 0, 1e6)],
    ['a negative child', 'LEARN_ARTIFACT_TREE', set('trees.right', 0, -2)],
    [
      'a child in another tree',
      'LEARN_ARTIFACT_TREE',
      (file: { tensors: Record<string, Tensor> }) => {
        file.tensors['trees.right']!.data[0] = file.tensors['trees.roots']!.data[1]! + 1;
      },
    ],
    ['a column beyond the features', 'LEARN_ARTIFACT_TREE', set('trees.feature', 0, 4)],
    ['a column below -1', 'LEARN_ARTIFACT_TREE', set('trees.feature', 0, -2)],
    ['a third side for missing values', 'LEARN_ARTIFACT_TREE', set('trees.missing_left', 0, 2)],
    ['shares that do not sum to 1', 'LEARN_ARTIFACT_TREE', set('trees.values', 0, 0.9)],
    ['cover that its children do not share', 'LEARN_ARTIFACT_TREE', set('trees.cover', 0, 0.5)],
    ['roots out of order', 'LEARN_ARTIFACT_TREE', set('trees.roots', 1, 0)],
    ['an infinite threshold', 'LEARN_ARTIFACT_NUMBER', set('trees.threshold', 0, Number.POSITIVE_INFINITY)],
    ['an importance that is no number', 'LEARN_ARTIFACT_NUMBER', set('importance', 0, Number.NaN)],
    [
      'a format of another program',
      'LEARN_ARTIFACT_METADATA',
      (file: File) => Object.assign(file.metadata, { format: 'pt' }),
    ],
    [
      'a later version',
      'LEARN_ARTIFACT_VERSION',
      (file: File) => Object.assign(file.metadata, { format_version: '4' }),
    ],
    [
      'no description',
      'LEARN_ARTIFACT_METADATA',
      (file: File) => Object.assign(file.metadata, { description: '' }),
    ],
    ['an unknown algorithm', 'LEARN_ARTIFACT_METADATA', describeAs('algorithm', 'magic')],
    ['one class', 'LEARN_ARTIFACT_METADATA', describeAs('classes', ['phishing'])],
    ['a name twice', 'LEARN_ARTIFACT_METADATA', describeAs('featureNames', ['a', 'a', 'b', 'c'])],
    ['a positive class that is none', 'LEARN_ARTIFACT_METADATA', describeAs('positiveIndex', 2)],
    ...[
      { method: 'spline', slope: 1, intercept: 0 },
      { method: 'isotonic', inputs: [], outputs: [] },
      { method: 'isotonic', inputs: [0.2, 0.2], outputs: [0, 1] },
      { method: 'isotonic', inputs: [0.1, 0.2], outputs: [1] },
      { method: 'isotonic', inputs: [0.1, 0.2], outputs: [1, 0.5] },
      { method: 'isotonic', inputs: [0.1, 0.2], outputs: [0.5, 1.5] },
    ].map(
      (calibration) =>
        [
          `the calibration ${JSON.stringify(calibration)}`,
          'LEARN_ARTIFACT_METADATA',
          describeAs('calibration', calibration),
        ] as const,
    ),
    [
      'thresholds the wrong way round',
      'LEARN_ARTIFACT_METADATA',
      describeAs('thresholds', { malicious: 0.1, suspicious: 0.2 }),
    ],
    ['a metric that is no number', 'LEARN_ARTIFACT_METADATA', describeAs('metrics', { f1: null })],
    ['a lineage without a run', 'LEARN_ARTIFACT_METADATA', describeAs('lineage', { snapshotId: 's' })],
    [
      'fewer features than the model reads',
      'LEARN_ARTIFACT_TENSOR',
      describeAs('featureNames', ['a', 'b', 'c']),
    ],
    ['more classes than the model gives', 'LEARN_ARTIFACT_TENSOR', describeAs('classes', ['a', 'b', 'c'])],
    [
      'another algorithm than the tensors are of',
      'LEARN_ARTIFACT_TENSOR',
      describeAs('algorithm', 'logistic-regression'),
    ],
    [
      'a tensor nobody reads',
      'LEARN_ARTIFACT_TENSOR',
      (file: File) => {
        Object.assign(file.tensors, { extra: { shape: [1], data: Uint8Array.of(1) } });
      },
    ],
    [
      'a tensor less',
      'LEARN_ARTIFACT_TENSOR',
      (file: { tensors: Record<string, Tensor> }) => {
        delete file.tensors['trees.left'];
      },
    ],
  ] as const)('is refused with %s', async (_, code, change) => {
    const file = await changed(change as Parameters<typeof changed>[0]);
    expect(() => decodeArtifact(file)).toThrow(failsWith(code));
  });

  it('is still read in format 1, whose trees had no cover', async () => {
    const file = await changed((each) => {
      each.metadata.format_version = '1';
      each.tensors['trees.distribution'] = each.tensors['trees.values']!;
      delete each.tensors['trees.values'];
      delete each.tensors['trees.cover'];
    });
    const artifact = decodeArtifact(file);
    verifyGoldenRows(artifact);
    if (artifact.model.algorithm !== 'random-forest') throw new Error('a forest was wanted');
    const { cover, roots, feature } = artifact.model.trees;
    const leaves = feature.subarray(0, roots[1]).filter((column) => column < 0).length;
    expect(cover[0]).toBe(leaves);
  });

  it("reads a calibration without a method as Platt's, as it was written before there were two", async () => {
    const { method: _, ...stored } = { method: 'platt', input: 'log-odds', slope: 0.9, intercept: -0.1 };
    const file = await changed(describeAs('calibration', stored));
    expect(decodeArtifact(file).calibration).toEqual({ method: 'platt', ...stored });
  });

  it('keeps an isotonic calibration to the bit, and scores by it', async () => {
    const calibration = {
      method: 'isotonic',
      inputs: [0.1, 1 / 3, 0.9],
      outputs: [0.01, 0.2, 2 / 3],
    } as const;
    const artifact = { ...(await artifactOf('random-forest')), calibration };
    const decoded = decodeArtifact(encodeArtifact(artifact));
    expect(decoded).toEqual(artifact);
    const raw = predictProbabilities(decoded.model, data.matrix);
    const scored = createScorer(decoded).score(data.matrix.values, 80, new Float32Array(80));
    scored.forEach((probability, row) => {
      expect(probability).toBe(Math.fround(curveAt(calibration, raw[row * 2]!)));
    });
  });

  it('fails its golden rows when a threshold was moved', async () => {
    const file = await changed((each) => {
      const { data: thresholds } = each.tensors['trees.threshold']!;
      const { data: features } = each.tensors['trees.feature']!;
      features.forEach((column, node) => {
        if (column >= 0) thresholds[node] = -100;
      });
    });
    expect(() => verifyGoldenRows(decodeArtifact(file))).toThrow(failsWith('LEARN_GOLDEN_MISMATCH'));
  });

  it('is not written where it could not be read back', async () => {
    const artifact = await artifactOf('decision-tree');
    const wrong = { ...artifact, metrics: { f1: Number.NaN } };
    expect(() => encodeArtifact(wrong)).toThrow(failsWith('LEARN_ARTIFACT_METADATA'));
    expect(() => encodeArtifact({ ...artifact, featureNames: ['a'] })).toThrow(
      failsWith('LEARN_ARTIFACT_METADATA'),
    );
  });
});

describe('createScorer', () => {
  it('gives calibrated probabilities and labels of a batch', async () => {
    const artifact = await artifactOf('random-forest');
    const scorer = createScorer(artifact);
    const { values } = data.matrix;
    const raw = predictProbabilities(artifact.model, data.matrix);
    const probabilities = scorer.score(values, 80, new Float32Array(80));
    const labels = scorer.scoreLabels(values, 80, new Int32Array(80));
    expect(labels).toEqual(mostProbable(raw, 2, new Int32Array(80)));
    probabilities.forEach((probability, row) => {
      const clipped = Math.min(1 - 1e-7, Math.max(1e-7, raw[row * 2]!));
      const expected = 1 / (1 + Math.exp(-(0.9 * Math.log(clipped / (1 - clipped)) - 0.1)));
      expect(probability).toBeCloseTo(expected, 6);
    });
    const [again, both] = [new Float32Array(80), new Int32Array(80)];
    scorer.scoreBoth(values, 80, again, both);
    expect([again, both]).toEqual([probabilities, labels]);
  });

  it('scores a few rows after many as it would alone', async () => {
    const scorer = createScorer(await artifactOf('random-forest'));
    const all = scorer.score(data.matrix.values, 80, new Float32Array(80)).slice();
    const three = scorer.score(data.matrix.values.subarray(8, 20), 3, new Float32Array(3));
    expect(three).toEqual(all.subarray(2, 5));
  });

  it('explains a row by its strongest columns', async () => {
    const scorer = createScorer(await artifactOf('logistic-regression'));
    const reasons = scorer.explainRow(data.matrix.values, 5, 2);
    expect(reasons).toHaveLength(2);
    expect(['a', 'b']).toContain(reasons[0]!.feature);
    expect(Math.abs(reasons[0]!.contribution)).toBeGreaterThanOrEqual(Math.abs(reasons[1]!.contribution));
    expect(reasons[0]!.value).toBe(
      data.matrix.values[5 * 4 + ['a', 'b', 'ü', 'd'].indexOf(reasons[0]!.feature)],
    );
  });

  it('refuses too little room', async () => {
    const scorer = createScorer(await artifactOf('decision-tree'));
    expect(() => scorer.score(data.matrix.values, 80, new Float32Array(79))).toThrow(
      failsWith('LEARN_FEATURES_MISMATCH'),
    );
    expect(() => scorer.score(new Float32Array(7), 2, new Float32Array(2))).toThrow(
      failsWith('LEARN_FEATURES_MISMATCH'),
    );
  });
});
