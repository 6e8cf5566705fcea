import type { FeatureSchema } from '@weir/contracts';
import { SchemaRegistry, TOPICS } from '@weir/contracts';
import {
  createLogger,
  Metrics,
  type Objects,
  ReportCatalog,
  SnapshotCatalog,
  SnapshotReader,
  uuid7,
} from '@weir/platform';
import { batchOf, type SnapshotRow, storeSnapshot, type TemporaryBackends } from '@weir/platform/testing';
import { ProfileStore } from '../profiles/profile-store.js';
import type { ValidationReport } from '../report/validation-report.js';
import { ValidationController } from '../validation.controller.js';
import { ValidationStage } from '../validation-stage.js';
import { Validator } from '../validator.js';

/** The service's handlers over real embedded backends; `objects` may stand in for the backends' own. */
export function validationOver(
  backends: TemporaryBackends,
  schemas: readonly FeatureSchema[] = [],
  objects: Objects = backends.objects,
): ValidationController {
  const validator = new Validator(
    new SnapshotReader(objects),
    objects,
    new ReportCatalog(backends.documents),
    new ProfileStore(objects),
  );
  const stage = new ValidationStage(
    backends.bus,
    createLogger({ service: 'validation', level: 'silent' }),
    new SchemaRegistry(schemas),
    new Metrics(),
    new SnapshotCatalog(backends.documents),
    validator,
  );
  return new ValidationController(backends.bus, stage);
}

/** `datasets.snapshots` for a snapshot in the catalogue. */
export async function snapshotEvent(
  { documents }: TemporaryBackends,
  snapshotId: string,
  runId = uuid7(),
): Promise<Record<string, unknown>> {
  const manifest = await new SnapshotCatalog(documents).get(snapshotId);
  if (manifest === null) throw new Error(`no snapshot ${snapshotId}`);
  const { schema, rows, sha256, objectKey, source, createdAt } = manifest;
  return { runId, snapshotId, schema, rows, sha256, objectKey, source, createdAt };
}

/** Stores rows as a snapshot, has it validated, and gives the report that is stored. */
export async function reportOn(
  backends: TemporaryBackends,
  schema: FeatureSchema,
  rows: Iterable<SnapshotRow>,
  parent?: string,
): Promise<ValidationReport> {
  const manifest = await storeSnapshot(backends, schema, rows, parent === undefined ? {} : { parent });
  const own = new SchemaRegistry().find(schema.name) === undefined ? [schema] : [];
  const event = await snapshotEvent(backends, manifest.id);
  await validationOver(backends, own).onSnapshots(batchOf(TOPICS.datasetsSnapshots, [event]));
  const entry = await new ReportCatalog(backends.documents).ofSnapshot(manifest.id);
  if (entry === null) throw new Error(`no report of ${manifest.id}`);
  return JSON.parse((await backends.objects.read(entry.reportKey)).toString()) as ValidationReport;
}
