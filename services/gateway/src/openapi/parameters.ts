import { LIST_NAMES } from '@weir/contracts';
import { VERSION_OR_ALIAS } from '../models/compare-query.js';
import { KEY_ID } from './examples/access-examples.js';
import { DRIFT_ID } from './examples/model-examples.js';
import { REPORT_ID, RUN_ID, SNAPSHOT_ID } from './examples/run-examples.js';
import { JOB_ID, VERDICT_ID } from './examples/verdict-examples.js';

interface ParameterFacts {
  readonly description: string;
  readonly example: string;
  readonly schema: object;
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

/** What the parameters in paths are; ids are whatever a list gave, and 404 says that there is no such thing. */
const PATH_PARAMETERS: Readonly<Record<string, ParameterFacts>> = {
  id: { description: 'As a list or an answer gave it', example: VERDICT_ID, schema: text(256) },
  name: { description: "A model's name, which is its schema's", example: 'uci-30', schema: text(100) },
  schema: { description: 'A feature schema of `GET /v1/schemas`', example: 'uci-30', schema: text(100) },
  version: {
    description: 'Its number, or an alias',
    example: 'champion',
    schema: { type: 'string', pattern: VERSION_OR_ALIAS.source },
  },
  alias: {
    description: '`champion` serves',
    example: 'champion',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,49}$' },
  },
  list: { description: 'Which list', example: 'deny', schema: { type: 'string', enum: [...LIST_NAMES] } },
  entry: {
    description: 'A host or a registrable domain, in any spelling',
    example: 'example.org',
    schema: text(255),
  },
};

/** Ids by the collection they stand in. */
const IDS: Readonly<Record<string, string>> = {
  drift: DRIFT_ID,
  jobs: JOB_ID,
  keys: KEY_ID,
  reports: REPORT_ID,
  runs: RUN_ID,
  snapshots: SNAPSHOT_ID,
};

/** What a path's parameter is; undefined for one that its route describes itself. */
export function pathParameter(path: string, name: string): ParameterFacts | undefined {
  const facts = PATH_PARAMETERS[name];
  const example = name === 'id' ? IDS[path.split('/')[2] ?? ''] : undefined;
  return facts === undefined || example === undefined ? facts : { ...facts, example };
}
