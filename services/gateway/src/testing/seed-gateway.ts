import { createHash } from 'node:crypto';
import { type PipelineRequested, TOPICS } from '@weir/contracts';
import { encodeArtifact, matrixOf, trainModel } from '@weir/learning';
import {
  DriftCatalog,
  type DriftEntry,
  driftDetailsKey,
  type ListEntry,
  ListsCatalog,
  ModelRegistry,
  type ModelVersion,
  publishEvent,
  ReportCatalog,
  type ReportEntry,
  RunCatalog,
  SnapshotCatalog,
  type SnapshotManifest,
} from '@weir/platform';
import { ANSWER_EXAMPLES } from '../openapi/examples/index.js';
import type { GatewayUnderTest } from './gateway-under-test.js';

const exampleOf = (name: string) => ANSWER_EXAMPLES[name] as unknown;

/** Fills the stores with what the examples of the OpenAPI document speak of, so that they can be asked for. */
export async function seedGateway(gateway: GatewayUnderTest): Promise<void> {
  const { bus, documents, objects } = gateway.backends;
  const [snapshot] = (exampleOf('SnapshotListResponse') as { snapshots: SnapshotManifest[] }).snapshots;
  const [report] = (exampleOf('ReportListResponse') as { reports: ReportEntry[] }).reports;
  const [drift] = (exampleOf('DriftListResponse') as { reports: DriftEntry[] }).reports;
  const run = exampleOf('RunResponse') as { id: string; createdAt: string };
  if (snapshot === undefined || report === undefined || drift === undefined) throw new Error('no examples');
  const request = { runId: run.id, schema: 'uci-30', from: 'training', at: run.createdAt };
  await new RunCatalog(documents).request(request as PipelineRequested);
  await new SnapshotCatalog(documents).record(snapshot);
  await new ReportCatalog(documents).record(report);
  await putJson(gateway, report.reportKey, exampleOf('ValidationReportResponse'));
  await objects.put(report.htmlKey, Buffer.from('<!doctype html><title>Report</title>'));
  await new DriftCatalog(documents).record(drift);
  await putJson(gateway, driftDetailsKey(drift.id), exampleOf('DriftReportResponse'));
  const [entry] = (exampleOf('ListEntriesResponse') as { entries: ListEntry[] }).entries;
  if (entry !== undefined) await new ListsCatalog(documents, bus, '/weir/test').put(entry);
  await seedModel(gateway);
  const verdict = exampleOf('UrlVerdict') as { id: string };
  await publishEvent(bus, TOPICS.urlsVerdicts, verdict.id, verdict, { source: '/weir/test' });
}

/** Two versions, the second of them champion. */
async function seedModel(gateway: GatewayUnderTest): Promise<void> {
  const { bus, documents, objects } = gateway.backends;
  const { aliases: _, ...example } = exampleOf('ModelVersionResponse') as ModelVersion & { aliases: unknown };
  const json = await putJson(gateway, 'models/uci-30/cards/a.json', exampleOf('ModelCardResponse'));
  const markdown = await putText(gateway, 'models/uci-30/cards/a.md', '# Model card');
  const model = await smallModel();
  const registry = new ModelRegistry(documents, bus, '/weir/test');
  for (const runId of ['first', 'second']) {
    await objects.put(example.objectKey, model);
    await registry.add({
      ...example,
      runId,
      algorithm: 'random-forest',
      sha256: sha256Of(model),
      card: { json, markdown },
    });
  }
  for (const version of [1, 2])
    await registry.move({ name: 'uci-30', alias: 'champion', version, by: 'test', reason: 'seeded' });
}

async function smallModel(): Promise<Uint8Array> {
  const rows = Array.from({ length: 60 }, (_, row) => [row % 3, (row * 13) % 17]);
  const { artifact } = await trainModel(
    {
      data: { matrix: matrixOf(rows), labels: Int32Array.from(rows, (_, row) => row % 2), classes: 2 },
      schema: 'uci-30',
      featureNames: ['a', 'b'],
      classes: ['phishing', 'legitimate'],
      positiveIndex: 0,
      seed: 1,
      lineage: {
        snapshotId: 's',
        snapshotSha256: 'f0',
        runId: 'r',
        createdAt: '2026-01-01T00:00:00.000Z',
        rows: 60,
      },
      algorithms: ['random-forest'],
      grids: { 'random-forest': { nEstimators: [2] } },
      folds: 2,
    },
    { workers: 0 },
  );
  return encodeArtifact(artifact);
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function putText({ backends }: GatewayUnderTest, objectKey: string, text: string) {
  const bytes = Buffer.from(text);
  await backends.objects.put(objectKey, bytes);
  return { objectKey, sha256: sha256Of(bytes) };
}

function putJson(gateway: GatewayUnderTest, objectKey: string, value: unknown) {
  return putText(gateway, objectKey, JSON.stringify(value));
}
