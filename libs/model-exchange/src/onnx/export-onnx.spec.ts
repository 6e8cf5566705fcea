import { describe, expect, it } from 'vitest';
import { artifactOf } from '../testing/artifact-of.js';
import { randomModel, TREE_ALGORITHMS } from '../testing/random-models.js';
import { exportOnnx, onnxModelOf } from './export-onnx.js';
import { decodeOnnx, encodeOnnx } from './proto/codec.js';
import type { OnnxAttribute, OnnxModel } from './proto/onnx-messages.js';

const FEATURES = 4;
const IMPUTER = {
  kind: 'knn',
  donors: Float32Array.of(1, Number.NaN, 3, 4),
  weights: Float64Array.of(1),
  means: Float64Array.of(1, 2, 3, 4),
} as const;
const ALGORITHMS = [...TREE_ALGORITHMS, 'logistic-regression' as const];
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function exported(algorithm: (typeof ALGORITHMS)[number], classes: number): OnnxModel {
  const artifact = artifactOf(randomModel(algorithm, FEATURES, classes, 3));
  return decodeOnnx(exportOnnx(artifact, { name: 'urls', version: 12 }));
}

function treeAttributes(model: OnnxModel): Map<string, OnnxAttribute> {
  const node = model.graph.node.find(({ opType }) => opType === 'TreeEnsembleRegressor');
  return new Map(node?.attribute?.map((attribute) => [attribute.name, attribute]));
}

describe('an exported model', () => {
  it.each(ALGORITHMS)('is a graph whose every input is there before it is read: %s', (algorithm) => {
    for (const classes of [2, 3]) {
      const { graph } = exported(algorithm, classes);
      const known = new Set([...graph.input, ...graph.initializer].map((value) => value.name));
      expect(known.size).toBe(graph.input.length + graph.initializer.length);
      for (const node of graph.node) {
        for (const input of node.input) expect(known).toContain(input);
        for (const output of node.output) {
          expect(known).not.toContain(output);
          known.add(output);
        }
      }
      for (const output of graph.output) expect(known).toContain(output.name);
    }
  });

  it('says what goes in and what comes out', () => {
    const { graph, opsetImport, irVersion } = exported('random-forest', 3);
    const shapeOf = ({ name, type }: (typeof graph.input)[number]) => [
      name,
      type.tensorType.elemType,
      ...type.tensorType.shape.dim.map((dim) => dim.dimParam ?? dim.dimValue),
    ];
    expect(graph.input.map(shapeOf)).toEqual([['features', 1, 'rows', FEATURES]]);
    expect(graph.output.map(shapeOf)).toEqual([
      ['probabilities', 1, 'rows', 3],
      ['label', 8, 'rows'],
      ['probability', 1, 'rows'],
    ]);
    expect(opsetImport).toEqual([
      { domain: '', version: 15 },
      { domain: 'ai.onnx.ml', version: 3 },
    ]);
    expect(irVersion).toBe(8);
  });

  it('carries what the artifact knows', () => {
    const model = exported('decision-tree', 2);
    const metadata = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
    expect(metadata).toMatchObject({
      name: 'urls',
      version: '12',
      schema: 'test-schema',
      algorithm: 'decision-tree',
      positiveClass: 'phishing',
    });
    expect(JSON.parse(metadata.classes!)).toEqual(['phishing', 'legitimate']);
    expect(JSON.parse(metadata.features!)).toEqual(['feature_0', 'feature_1', 'feature_2', 'feature_3']);
    expect(JSON.parse(metadata.thresholds!)).toEqual({ malicious: 0.9, suspicious: 0.4 });
    expect(JSON.parse(metadata.calibration!)).toMatchObject({ slope: 5.5 });
    expect(JSON.parse(metadata.lineage!)).toMatchObject({ runId: 'run-1', seed: 7 });
    expect(model).toMatchObject({ producerName: 'weir', modelVersion: 12 });
    expect(model.docString).toContain('calibrated probability of phishing');
  });

  it('keeps a version that is no number as text only', () => {
    const artifact = artifactOf(randomModel('decision-tree', FEATURES, 2, 3));
    const model = decodeOnnx(exportOnnx(artifact, { version: 'v3' }));
    expect(model.metadataProps).toContainEqual({ key: 'version', value: 'v3' });
    expect(model.metadataProps).toContainEqual({ key: 'name', value: 'test-schema' });
    expect(model.modelVersion).toBeUndefined();
  });

  it('has our trees, numbered from 0 each', () => {
    const model = randomModel('random-forest', FEATURES, 2, 3);
    if (model.algorithm !== 'random-forest') throw new Error(model.algorithm);
    const { trees } = model;
    const attributes = treeAttributes(exported('random-forest', 2));
    const treeIds = attributes.get('nodes_treeids')!.ints!;
    const nodeIds = attributes.get('nodes_nodeids')!.ints!;
    expect(treeIds).toHaveLength(trees.feature.length);
    expect(nodeIds.filter((id) => id === 0)).toHaveLength(trees.roots.length);
    expect(treeIds.map((tree, node) => trees.roots[tree]! + nodeIds[node]!)).toEqual(
      Array.from(trees.feature.keys()),
    );
    expect(attributes.get('nodes_missing_value_tracks_true')!.ints).toEqual(Array.from(trees.missingLeft));
    expect(attributes.get('nodes_values_as_tensor')!.t!.doubleData).toEqual(Array.from(trees.threshold));
    expect(attributes.get('nodes_modes')!.strings!.map(text)).toEqual(
      Array.from(trees.feature, (column) => (column < 0 ? 'LEAF' : 'BRANCH_LEQ')),
    );
    const leaves = trees.feature.filter((column) => column < 0).length;
    expect(attributes.get('target_weights_as_tensor')!.t!.dims).toEqual([leaves * 2]);
    expect(text(attributes.get('aggregate_function')!.s!)).toBe('AVERAGE');
  });

  it('adds the trees of a boosting to the score of their class in turn', () => {
    const attributes = treeAttributes(exported('gradient-boosting', 3));
    const trees = attributes.get('target_treeids')!.ints!;
    const targets = attributes.get('target_ids')!.ints!;
    expect(targets).toEqual(trees.map((tree) => tree % 3));
    expect(attributes.get('base_values_as_tensor')!.t!.doubleData).toHaveLength(3);
    expect(attributes.get('n_targets')!.i).toBe(3);
  });

  it('is refused where missing values are imputed, unless their mean will do', () => {
    const model = { ...randomModel('logistic-regression', FEATURES, 2, 3), imputer: IMPUTER };
    const artifact = artifactOf(model);
    expect(() => exportOnnx(artifact)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ONNX_IMPUTATION' }));
    const exported = decodeOnnx(exportOnnx(artifact, { missingValues: 'mean' }));
    expect(exported.docString).toContain('Missing values take the mean');
    const fill = exported.graph.initializer.find(({ name }) => name === 'imputed_means');
    expect(fill?.doubleData).toEqual([1, 2, 3, 4]);
  });

  it('says that it takes means where the model imputes, though no training row had a missing value', () => {
    const imputer = { ...IMPUTER, donors: Float32Array.of(1, 2, 3, 4) };
    const model = { ...randomModel('logistic-regression', FEATURES, 2, 3), imputer };
    expect(decodeOnnx(exportOnnx(artifactOf(model))).docString).toContain('Missing values take the mean');
  });

  it('is refused where ONNX has no operator', () => {
    expect(() => exportOnnx(artifactOf(randomModel('knn', FEATURES, 2, 3)))).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_ONNX_ALGORITHM', detail: 'knn' }),
    );
  });

  it('is the same bytes each time', () => {
    const artifact = artifactOf(randomModel('adaboost', FEATURES, 3, 3));
    expect(exportOnnx(artifact)).toEqual(exportOnnx(artifact));
  });
});

describe('the protobuf', () => {
  it('decodes to what was encoded', () => {
    const model = onnxModelOf(artifactOf(randomModel('logistic-regression', FEATURES, 3, 3)));
    const decoded = decodeOnnx(encodeOnnx(model));
    expect(decoded.graph.node.map(({ opType }) => opType)).toEqual(
      model.graph.node.map(({ opType }) => opType),
    );
    expect(decoded.graph.initializer.map(({ name, doubleData }) => [name, doubleData ?? []])).toEqual(
      model.graph.initializer.map(({ name, doubleData }) => [name, doubleData ?? []]),
    );
    expect(encodeOnnx(decoded)).toEqual(encodeOnnx(model));
  });

  it('has the numbers of onnx.proto', () => {
    // irVersion 8 (field 1), producerName 'weir' (field 2): https://protobuf.dev/programming-guides/encoding/
    const bytes = exportOnnx(artifactOf(randomModel('decision-tree', FEATURES, 2, 3)));
    expect(Array.from(bytes.subarray(0, 8))).toEqual([0x08, 8, 0x12, 4, ...Buffer.from('weir')]);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    [
      'a file cut short',
      exportOnnx(artifactOf(randomModel('decision-tree', FEATURES, 2, 3))).subarray(0, 99),
    ],
    ['other bytes', Uint8Array.from({ length: 64 }, (_, index) => 255 - index)],
  ])('is not %s', (_, bytes) => {
    expect(() => decodeOnnx(bytes)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ONNX_MALFORMED' }));
  });
});
