import { algorithmNames } from '../algorithm/registry.js';
import type { IsotonicCalibration } from '../calibration/isotonic.js';
import type { PlattCalibration } from '../calibration/platt.js';
import { LearningError } from '../errors.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { TermModel } from '../terms/term-model.js';
import { faultOfLayout } from '../terms/term-rows.js';
import type { ArtifactCandidate, Lineage, ModelArtifact } from './model-artifact.js';

/** The part of an artifact that is not arrays of numbers. */
export type ArtifactDescription = Omit<ModelArtifact, ArrayPart> & { readonly terms?: TermDescription };

type ArrayPart = 'model' | 'goldenRows' | 'importance' | 'terms' | 'goldenTerms';

type TermDescription = Omit<TermModel, 'weights' | 'scales'>;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function fault(path: string, expects: string): LearningError {
  return new LearningError('LEARN_ARTIFACT_METADATA', `${path} is not ${expects}`);
}

/** JSON with sorted keys, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function text(value: Json | undefined, path: string): string {
  if (typeof value !== 'string' || value === '') throw fault(path, 'a text');
  return value;
}

function finite(value: Json | undefined, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw fault(path, 'a finite number');
  return value;
}

function integer(value: Json | undefined, path: string): number {
  if (!Number.isSafeInteger(value)) throw fault(path, 'an integer');
  return value as number;
}

function list(value: Json | undefined, path: string): Json[] {
  if (!Array.isArray(value)) throw fault(path, 'a list');
  return value;
}

function record(value: Json | undefined, path: string): { [key: string]: Json } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault(path, 'an object');
  return value;
}

function names(value: Json | undefined, path: string): string[] {
  const found = list(value, path).map((each, index) => text(each, `${path}[${index}]`));
  if (new Set(found).size !== found.length) throw fault(path, 'a list of different names');
  return found;
}

function algorithm(value: Json | undefined, path: string): AlgorithmName {
  const found = algorithmNames().find((name) => name === value);
  if (!found) throw fault(path, `one of ${algorithmNames().join(', ')}`);
  return found;
}

function numbers(value: Json | undefined, path: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([key, each]) => [key, finite(each, `${path}.${key}`)]),
  );
}

function parameters(value: Json | undefined, path: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([key, each]) => {
      if (typeof each === 'string') return [key, each];
      return [key, finite(each, `${path}.${key}`)];
    }),
  );
}

function candidate(value: Json, path: string): ArtifactCandidate {
  const fields = record(value, path);
  return {
    algorithm: algorithm(fields.algorithm, `${path}.algorithm`),
    parameters: parameters(fields.parameters, `${path}.parameters`),
    meanF1: finite(fields.meanF1, `${path}.meanF1`),
    standardDeviation: finite(fields.standardDeviation, `${path}.standardDeviation`),
    foldF1: list(fields.foldF1, `${path}.foldF1`).map((each, fold) =>
      finite(each, `${path}.foldF1[${fold}]`),
    ),
    ...(fields.rung !== undefined && { rung: integer(fields.rung, `${path}.rung`) }),
  };
}

function lineage(value: Json | undefined): Lineage {
  const fields = record(value, 'lineage');
  return {
    snapshotId: text(fields.snapshotId, 'lineage.snapshotId'),
    snapshotSha256: text(fields.snapshotSha256, 'lineage.snapshotSha256'),
    runId: text(fields.runId, 'lineage.runId'),
    seed: integer(fields.seed, 'lineage.seed'),
    createdAt: text(fields.createdAt, 'lineage.createdAt'),
    rows: integer(fields.rows, 'lineage.rows'),
  };
}

function plattCalibration(fields: { [key: string]: Json }): PlattCalibration {
  const { input } = fields;
  if (input !== 'probability' && input !== 'log-odds')
    throw fault('calibration.input', 'probability or log-odds');
  return {
    method: 'platt',
    input,
    slope: finite(fields.slope, 'calibration.slope'),
    intercept: finite(fields.intercept, 'calibration.intercept'),
  };
}

function finiteList(value: Json | undefined, path: string): number[] {
  return list(value, path).map((each, index) => finite(each, `${path}[${index}]`));
}

function isotonicCalibration(fields: { [key: string]: Json }): IsotonicCalibration {
  const inputs = finiteList(fields.inputs, 'calibration.inputs');
  const outputs = finiteList(fields.outputs, 'calibration.outputs');
  if (inputs.length === 0 || inputs.some((input, index) => index > 0 && input <= inputs[index - 1]!))
    throw fault('calibration.inputs', 'a rising list of one or more');
  if (outputs.length !== inputs.length) throw fault('calibration.outputs', 'as long as the inputs');
  if (outputs.some((output, index) => output < (outputs[index - 1] ?? 0) || output > 1))
    throw fault('calibration.outputs', 'a list from 0 to 1 that never falls');
  return { method: 'isotonic', inputs, outputs };
}

/** Without a method it is Platt's, as versions before isotonic calibration wrote it. */
function calibration(value: Json | undefined): ArtifactDescription['calibration'] {
  const fields = record(value, 'calibration');
  const method = fields.method ?? 'platt';
  if (method === 'platt') return plattCalibration(fields);
  if (method === 'isotonic') return isotonicCalibration(fields);
  throw fault('calibration.method', 'platt or isotonic');
}

function thresholds(value: Json | undefined): ArtifactDescription['thresholds'] {
  const fields = record(value, 'thresholds');
  const malicious = finite(fields.malicious, 'thresholds.malicious');
  const suspicious = finite(fields.suspicious, 'thresholds.suspicious');
  if (suspicious > malicious || suspicious < 0) throw fault('thresholds', '0 ≤ suspicious ≤ malicious');
  return { malicious, suspicious };
}

/** The blocks are the last of the columns: that is where their scores go. */
function terms(value: Json | undefined, featureNames: readonly string[]): TermDescription {
  const fields = record(value, 'terms');
  const layout = {
    hashing: text(fields.hashing, 'terms.hashing'),
    blocks: names(fields.blocks, 'terms.blocks'),
    blockSize: integer(fields.blockSize, 'terms.blockSize'),
  };
  const found = faultOfLayout(layout);
  if (found !== undefined) throw fault('terms', `a layout: ${found}`);
  const columns = featureNames.slice(-layout.blocks.length);
  if (layout.blocks.some((block, index) => block !== columns[index]))
    throw fault('terms.blocks', 'the list of the last columns');
  const cost = finite(fields.cost, 'terms.cost');
  if (cost <= 0) throw fault('terms.cost', 'above 0');
  return { ...layout, cost, intercept: finite(fields.intercept, 'terms.intercept') };
}

/** The description as JSON with sorted keys. Throws `LEARN_ARTIFACT_METADATA` on what {@link parseDescription} would refuse. */
export function writeDescription(artifact: ModelArtifact): string {
  const { model: _m, goldenRows: _r, importance: _i, goldenTerms: _t, terms: termModel, ...rest } = artifact;
  const { weights: _weights, scales: _scales, ...termDescription } = termModel ?? {};
  const written = canonicalJson({ ...rest, ...(termModel && { terms: termDescription }) });
  parseDescription(written);
  return written;
}

/** Throws `LEARN_ARTIFACT_METADATA`, naming the field. */
export function parseDescription(written: string): ArtifactDescription {
  let parsed: Json;
  try {
    parsed = JSON.parse(written);
  } catch (cause) {
    throw new LearningError('LEARN_ARTIFACT_METADATA', 'it is not JSON', { cause });
  }
  const fields = record(parsed, 'description');
  const classes = names(fields.classes, 'classes');
  const positiveIndex = integer(fields.positiveIndex, 'positiveIndex');
  if (classes.length < 2) throw fault('classes', 'a list of two or more');
  if (positiveIndex < 0 || positiveIndex >= classes.length)
    throw fault('positiveIndex', 'the index of a class');
  const featureNames = names(fields.featureNames, 'featureNames');
  if (featureNames.length === 0) throw fault('featureNames', 'a list of one or more');
  return {
    schema: text(fields.schema, 'schema'),
    featureNames,
    classes,
    positiveIndex,
    algorithm: algorithm(fields.algorithm, 'algorithm'),
    parameters: parameters(fields.parameters, 'parameters'),
    calibration: calibration(fields.calibration),
    thresholds: thresholds(fields.thresholds),
    metrics: numbers(fields.metrics, 'metrics'),
    candidates: list(fields.candidates, 'candidates').map((each, index) =>
      candidate(each, `candidates[${index}]`),
    ),
    lineage: lineage(fields.lineage),
    ...(fields.terms !== undefined && { terms: terms(fields.terms, featureNames) }),
  };
}
