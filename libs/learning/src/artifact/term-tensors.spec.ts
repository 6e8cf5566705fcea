import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import type { LearningErrorCode } from '../errors.js';
import { importance } from '../model/importance.js';
import { recordGoldenTerms, scoresOf } from '../terms/golden-terms.js';
import type { TermModel } from '../terms/term-model.js';
import { fitModel } from '../training/fit-model.js';
import { decodeArtifact, encodeArtifact } from './codec.js';
import { recordGoldenRows, verifyGoldenRows } from './golden-rows.js';
import type { ModelArtifact } from './model-artifact.js';
import { decodeTensors, encodeTensors, type Tensor } from './safetensors.js';

interface Changing {
  metadata: Record<string, string>;
  tensors: Record<string, Tensor>;
}

const terms: TermModel = {
  hashing: 'test-1',
  blocks: ['host_terms', 'path_terms'],
  blockSize: 8,
  cost: 8,
  intercept: -0.25,
  weights: Int8Array.from({ length: 16 }, (_, id) => id * 16 - 120),
  scales: Float64Array.of(0.01, 1 / 3),
};

let artifact: ModelArtifact;
beforeAll(async () => {
  const data = noisyData({ rows: 60 });
  const parameters = { criterion: 'gini' };
  const model = await fitModel(data, { algorithm: 'decision-tree', parameters }, { seed: 2, workers: 0 });
  artifact = {
    schema: 'test',
    featureNames: ['a', 'b', 'host_terms', 'path_terms'],
    classes: ['phishing', 'legitimate'],
    positiveIndex: 0,
    algorithm: 'decision-tree',
    parameters,
    model,
    calibration: { method: 'platt', input: 'log-odds', slope: 0.9, intercept: -0.1 },
    thresholds: { malicious: 0.9, suspicious: 0.5 },
    metrics: {},
    candidates: [],
    goldenRows: recordGoldenRows(model, data.matrix, 8, 1),
    importance: importance(model),
    lineage: { snapshotId: 's', snapshotSha256: 'x', runId: 'r', seed: 1, createdAt: '2026-01-01', rows: 60 },
    terms,
    goldenTerms: recordGoldenTerms(terms, 3),
  };
});

const failsWith = (code: LearningErrorCode) => expect.objectContaining({ name: 'LearningError', code });

function changed(change: (file: Changing) => void): Uint8Array {
  const { metadata, tensors } = decodeTensors(encodeArtifact(artifact));
  const copy = { metadata: { ...metadata }, tensors: { ...tensors } };
  change(copy);
  return encodeTensors(copy);
}

const describeTerms = (fields: object) => (file: Changing) => {
  const description = JSON.parse(file.metadata.description!);
  description.terms = { ...description.terms, ...fields };
  file.metadata.description = JSON.stringify(description);
};
const set = (name: string, index: number, value: number) => (file: Changing) => {
  file.tensors[name]!.data[index] = value;
};
const replace = (name: string, tensor: Tensor) => (file: Changing) => {
  file.tensors[name] = tensor;
};

describe('an artifact with terms', () => {
  it('reads back as it was written, to the byte, in format 3', () => {
    const bytes = encodeArtifact(artifact);
    const decoded = decodeArtifact(bytes);
    expect(decoded).toEqual(artifact);
    expect(encodeArtifact(decoded)).toEqual(bytes);
    expect(decodeTensors(bytes).metadata.format_version).toBe('3');
    verifyGoldenRows(decoded);
  });

  it('stays in format 2 without', () => {
    const { terms: _terms, goldenTerms: _golden, ...without } = artifact;
    const bytes = encodeArtifact(without);
    expect(decodeTensors(bytes).metadata.format_version).toBe('2');
    expect(decodeArtifact(bytes)).toEqual(without);
  });

  it('draws sixteen golden rows that touch every block', () => {
    const { offsets, ids, scores } = artifact.goldenTerms!;
    expect([offsets.length, offsets.at(-1), scores.length]).toEqual([17, ids.length, 32]);
    expect(scores.filter((score) => score !== 0).length).toBeGreaterThan(20);
    expect(scoresOf(terms, artifact.goldenTerms!)).toEqual(scores);
  });

  it.each<[string, LearningErrorCode, (file: Changing) => void]>([
    ['a weight less', 'LEARN_ARTIFACT_TENSOR', describeTerms({ blockSize: 7 })],
    ['more weights than the file has', 'LEARN_ARTIFACT_TENSOR', describeTerms({ blockSize: 2 ** 24 })],
    ['more weights than memory', 'LEARN_ARTIFACT_METADATA', describeTerms({ blockSize: 2 ** 40 })],
    ['half a weight', 'LEARN_ARTIFACT_METADATA', describeTerms({ blockSize: 8.5 })],
    ['no weights', 'LEARN_ARTIFACT_METADATA', describeTerms({ blockSize: 0 })],
    ['no blocks', 'LEARN_ARTIFACT_METADATA', describeTerms({ blocks: [] })],
    ['a block twice', 'LEARN_ARTIFACT_METADATA', describeTerms({ blocks: ['path_terms', 'path_terms'] })],
    [
      'blocks in another order',
      'LEARN_ARTIFACT_METADATA',
      describeTerms({ blocks: ['path_terms', 'host_terms'] }),
    ],
    ['a block that is no column', 'LEARN_ARTIFACT_METADATA', describeTerms({ blocks: ['b', 'c'] })],
    [
      'more blocks than columns',
      'LEARN_ARTIFACT_METADATA',
      describeTerms({ blocks: ['z', 'a', 'b', 'host_terms', 'path_terms'] }),
    ],
    ['no hashing', 'LEARN_ARTIFACT_METADATA', describeTerms({ hashing: '' })],
    ['a cost of 0', 'LEARN_ARTIFACT_METADATA', describeTerms({ cost: 0 })],
    ['an intercept that is no number', 'LEARN_ARTIFACT_METADATA', describeTerms({ intercept: null })],
    ['a scale that is no number', 'LEARN_ARTIFACT_NUMBER', set('terms.scales', 1, Number.NaN)],
    ['an infinite scale', 'LEARN_ARTIFACT_NUMBER', set('terms.scales', 0, Number.POSITIVE_INFINITY)],
    ['a scale of 0', 'LEARN_ARTIFACT_NUMBER', set('terms.scales', 0, 0)],
    ['a scale below 0', 'LEARN_ARTIFACT_NUMBER', set('terms.scales', 0, -1)],
    [
      'a scale less',
      'LEARN_ARTIFACT_TENSOR',
      replace('terms.scales', { shape: [1], data: Float64Array.of(1) }),
    ],
    [
      'weights of another type',
      'LEARN_ARTIFACT_TENSOR',
      replace('terms.weights', { shape: [2, 8], data: new Uint8Array(16) }),
    ],
    ['a golden id beyond the weights', 'LEARN_ARTIFACT_TENSOR', set('golden.term_ids', 0, 16)],
    ['golden offsets beyond the ids', 'LEARN_ARTIFACT_TENSOR', set('golden.term_offsets', 16, 4e9)],
    ['golden offsets that fall', 'LEARN_ARTIFACT_TENSOR', set('golden.term_offsets', 1, 4e9)],
    [
      'no golden offsets',
      'LEARN_ARTIFACT_TENSOR',
      replace('golden.term_offsets', { shape: [0], data: new Uint32Array(0) }),
    ],
    ['a golden score that is no number', 'LEARN_ARTIFACT_NUMBER', set('golden.term_scores', 0, Number.NaN)],
    [
      'an older version',
      'LEARN_ARTIFACT_METADATA',
      (file) => Object.assign(file.metadata, { format_version: '2' }),
    ],
    [
      'no terms in version 3',
      'LEARN_ARTIFACT_METADATA',
      (file) => {
        const { terms: _, ...description } = JSON.parse(file.metadata.description!);
        file.metadata.description = JSON.stringify(description);
      },
    ],
  ])('is refused with %s', (_, code, change) => {
    const file = changed(change);
    expect(() => decodeArtifact(file)).toThrow(failsWith(code));
  });

  it('fails its golden rows when a weight or a scale was altered', () => {
    for (const change of [set('terms.scales', 1, 0.34), set('terms.weights', 3, 127)]) {
      const altered = decodeArtifact(changed(change));
      expect(() => verifyGoldenRows(altered)).toThrow(failsWith('LEARN_GOLDEN_MISMATCH'));
    }
  });

  it('never breaks in another way than by a coded error, whatever byte is changed', () => {
    const bytes = encodeArtifact(artifact);
    for (let at = 0; at < bytes.length; at += 7) {
      const altered = bytes.slice();
      altered[at] = altered[at]! ^ 0x55;
      try {
        verifyGoldenRows(decodeArtifact(altered));
      } catch (error) {
        expect(error).toMatchObject({ name: 'LearningError', code: expect.stringMatching(/^LEARN_/) });
      }
    }
  });

  it('is not written where it could not be read back', () => {
    const { goldenTerms: _, ...halved } = artifact;
    for (const wrong of [halved, { ...artifact, terms: { ...terms, blocks: ['b', 'path_terms'] } }])
      expect(() => encodeArtifact(wrong)).toThrow(failsWith('LEARN_ARTIFACT_METADATA'));
  });
});
