import { createHash } from 'node:crypto';
import {
  type AlgorithmName,
  decodeArtifact,
  encodeArtifact,
  type ModelArtifact,
  matrixOf,
  trainModel,
} from '@weir/learning';
import { decodeOnnx } from '@weir/model-exchange';
import { ModelRegistry } from '@weir/platform';
import { exampleVersion } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
const artifacts = new Map<string, ModelArtifact>();

/** Rows that a coin and a ruler tell apart, with gaps where asked for. */
async function train(algorithm: AlgorithmName, gaps: boolean): Promise<ModelArtifact> {
  const rows = Array.from({ length: 200 }, (_, row) => [
    row % 3,
    gaps && row % 7 === 0 ? null : (row * 13) % 17,
    row % 2 ? 5 : (row * 7) % 11,
  ]);
  const { artifact } = await trainModel(
    {
      data: { matrix: matrixOf(rows), labels: Int32Array.from(rows, (_, row) => row % 2), classes: 2 },
      schema: 'uci-30',
      featureNames: ['a', 'b', 'c'],
      classes: ['phishing', 'legitimate'],
      positiveIndex: 0,
      seed: 1,
      lineage: {
        snapshotId: 's',
        snapshotSha256: 'f0',
        runId: 'r',
        createdAt: '2026-01-01T00:00:00.000Z',
        rows: 200,
      },
      algorithms: [algorithm],
      folds: 2,
      ...(algorithm === 'random-forest' && { grids: { 'random-forest': { nEstimators: [5] } } }),
    },
    { workers: 0 },
  );
  return artifact;
}

async function store(artifact: ModelArtifact, run: string, withCard: boolean): Promise<void> {
  const { objects, documents, bus } = gateway.backends;
  const put = async (key: string, bytes: Uint8Array) => {
    await objects.put(key, bytes);
    return { objectKey: key, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const model = await put(`models/uci-30/${run}.safetensors`, encodeArtifact(artifact));
  const card = withCard && {
    json: await put(`models/uci-30/cards/${run}.json`, Buffer.from('{"format":"weir-model-card"}')),
    markdown: await put(`models/uci-30/cards/${run}.md`, Buffer.from('# Model card')),
  };
  const { algorithm } = artifact;
  const version = exampleVersion('uci-30', run, { algorithm, ...model, ...(card && { card }) });
  await new ModelRegistry(documents, bus, '/weir/test').add(version);
  artifacts.set(run, artifact);
}

beforeAll(async () => {
  gateway = await startGateway();
  await store(await train('random-forest', false), 'forest', true);
  await store(await train('knn', false), 'neighbours', false);
  await store(await train('logistic-regression', true), 'line', false);
});
afterAll(() => gateway.close());

async function bytesOf(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(`${gateway.url}/v1/models/uci-30${path}`);
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

describe('GET /v1/models/{name}/{version}/card', () => {
  it('answers JSON, or Markdown where that is asked for', async () => {
    const json = await gateway.call('GET', '/v1/models/uci-30/1/card');
    expect(json.json).toEqual({ format: 'weir-model-card' });
    expect(json.headers.get('vary')).toContain('accept');
    const markdown = await gateway.call('GET', '/v1/models/uci-30/1/card', undefined, {
      accept: 'text/markdown',
    });
    expect([markdown.text, markdown.headers.get('content-type')]).toEqual([
      '# Model card',
      'text/markdown; charset=utf-8',
    ]);
  });

  it('knows none of other versions, nor of one that was made before there were cards', async () => {
    for (const version of ['9', 'champion', '2'])
      expect((await gateway.call('GET', `/v1/models/uci-30/${version}/card`)).json.code).toBe(
        'WEIR_NOT_FOUND',
      );
    const image = await gateway.call('GET', '/v1/models/uci-30/1/card', undefined, { accept: 'image/png' });
    expect([image.status, image.json.code]).toEqual([406, 'WEIR_NOT_ACCEPTABLE']);
  });
});

describe('GET /v1/models/{name}/{version}/download', () => {
  it('gives the artifact itself where no format is named', async () => {
    const { bytes, headers } = await bytesOf('/1/download');
    expect(decodeArtifact(bytes)).toEqual(artifacts.get('forest'));
    expect(headers.get('content-disposition')).toBe('attachment; filename="uci-30-1.safetensors"');
    expect((await bytesOf('/1/download?format=safetensors')).bytes.equals(bytes)).toBe(true);
  });

  it('gives ONNX that says which version it is', async () => {
    const { bytes, headers } = await bytesOf('/1/download?format=onnx');
    expect(headers.get('content-disposition')).toContain('uci-30-1.onnx');
    const model = decodeOnnx(bytes);
    expect(model.graph?.name).toBe('uci-30');
    expect(Number(model.modelVersion)).toBe(1);
  });

  it('gives JSON of ml-random-forest', async () => {
    const { bytes, headers } = await bytesOf('/1/download?format=ml-random-forest');
    expect(headers.get('content-type')).toContain('application/json');
    const json = JSON.parse(bytes.toString());
    expect([json.name, json.baseModel.nEstimators]).toEqual(['RFRegression', 5]);
  });

  it.each([
    ['/2/download?format=onnx', ['safetensors']],
    ['/2/download?format=ml-random-forest', ['safetensors']],
    ['/3/download?format=ml-random-forest', ['safetensors', 'onnx']],
  ])('says of %s which formats there are', async (path, formats) => {
    const { status, json } = await gateway.call('GET', `/v1/models/uci-30${path}`);
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'WEIR_MODEL_FORMAT', formats });
    for (const format of formats) expect(json.detail).toContain(format);
  });

  it('exports column means for missing values only where that is asked for', async () => {
    const refused = await gateway.call('GET', '/v1/models/uci-30/3/download?format=onnx');
    expect(refused.json).toMatchObject({
      status: 409,
      code: 'WEIR_MODEL_FORMAT',
      detail: expect.stringContaining('missingValues=mean'),
    });
    expect((await bytesOf('/3/download?format=onnx&missingValues=mean')).status).toBe(200);
  });

  it('refuses formats nobody knows, naming those there are', async () => {
    const { status, json } = await gateway.call('GET', '/v1/models/uci-30/1/download?format=pickle');
    expect(status).toBe(400);
    expect(json.errors).toContainEqual(
      expect.objectContaining({ path: 'format', message: expect.stringContaining('safetensors, onnx') }),
    );
    expect((await gateway.call('GET', '/v1/models/uci-30/7/download')).status).toBe(404);
  });
});
