import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Empty, Field } from '../components/index.js';
import { REPORTS } from './data-paths.js';
import { DriftOverTime } from './drift-over-time.js';
import { ranked } from './drift-series.js';
import { useSnapshotPoints } from './use-drift.js';
import { useSchemaNames } from './use-schemas.js';

export function SnapshotDrift(): ReactElement {
  const schemas = useSchemaNames();
  const [chosen, setSchema] = useState<string | null>(null);
  const schema = chosen ?? schemas[0];
  return (
    <>
      <Field label="Schema" className="one-field">
        {(control) => (
          <select
            {...control}
            className="input"
            value={schema}
            onChange={({ target }) => setSchema(target.value)}
          >
            {schemas.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      {schema === undefined ? null : <OfSchema key={schema} schema={schema} />}
    </>
  );
}

function OfSchema({ schema }: { readonly schema: string }): ReactElement {
  const points = useSnapshotPoints(schema);
  const [chosen, setFeature] = useState<string | null>(null);
  if (points.length === 0) {
    return (
      <Empty title={`No two data sets of ${schema} to compare yet`}>
        <p>The second one that is taken in is compared with the first.</p>
      </Empty>
    );
  }
  return (
    <>
      <DriftOverTime
        points={points}
        feature={chosen ?? ranked(points)[0]?.feature ?? null}
        onFeature={setFeature}
      />
      <p>
        Histograms of each column stand in its <Link href={REPORTS}>validation report</Link>.
      </p>
    </>
  );
}
