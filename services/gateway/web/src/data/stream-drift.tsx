import { type ReactElement, useState } from 'react';
import { WeirApiError } from '../api/index.js';
import { Histogram } from '../charts/index.js';
import {
  Badge,
  count,
  Empty,
  Field,
  Panel,
  QueryState,
  Table,
  Time,
  type Tone,
} from '../components/index.js';
import type { DriftEntry, DriftReport } from './data-types.js';
import { DriftOverTime } from './drift-over-time.js';
import { moveWord, ranked } from './drift-series.js';
import { streamBins } from './feature-bins.js';
import { useDriftList, useDriftReports, useStreamPoints } from './use-drift.js';

export function StreamDrift(): ReactElement {
  const query = useDriftList();
  if (query.error instanceof WeirApiError && query.error.status === 404) {
    return <Empty title="This gateway has no drift reports to show" />;
  }
  return (
    <QueryState query={query} label="Loading drift reports" lines={6}>
      {({ reports }) => (reports.length === 0 ? <NoDrift /> : <Models reports={reports} />)}
    </QueryState>
  );
}

function NoDrift(): ReactElement {
  return (
    <Empty title="There is no drift report yet">
      <p>
        One is made for every window of the stream in which a model scored at least 500 URLs: publish URLs,
        and come back.
      </p>
    </Empty>
  );
}

function Models({ reports }: { readonly reports: readonly DriftEntry[] }): ReactElement {
  const names = [...new Set(reports.map(({ model }) => model.name))];
  const [chosen, setChosen] = useState(names[0] ?? '');
  return (
    <>
      {names.length < 2 ? null : (
        <Field label="Model" className="one-field">
          {(control) => (
            <select
              {...control}
              className="input"
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
            >
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      <OfModel key={chosen} name={chosen} />
    </>
  );
}

function OfModel({ name }: { readonly name: string }): ReactElement {
  const query = useDriftList(name);
  return (
    <QueryState query={query} label="Loading drift reports" lines={6}>
      {({ reports }) => <OfReports reports={reports} />}
    </QueryState>
  );
}

function OfReports({ reports: entries }: { readonly reports: readonly DriftEntry[] }): ReactElement {
  const reports = useDriftReports(entries);
  const points = useStreamPoints(reports);
  const [chosen, setFeature] = useState<string | null>(null);
  const [reportId, setReport] = useState<string | null>(null);
  const feature = chosen ?? ranked(points)[0]?.feature ?? null;
  const report = reports.find(({ id }) => id === reportId) ?? reports[0];
  return (
    <>
      <DriftOverTime points={points} feature={feature} onFeature={setFeature}>
        {report === undefined || feature === null ? null : (
          <Panel title="Against the reference">
            <Against reports={reports} report={report} feature={feature} onReport={setReport} />
          </Panel>
        )}
      </DriftOverTime>
      <Panel title="Windows">
        <Windows reports={entries.slice(0, SHOWN_WINDOWS)} />
      </Panel>
    </>
  );
}

interface AgainstProps {
  readonly reports: readonly DriftReport[];
  readonly report: DriftReport;
  readonly feature: string;
  readonly onReport: (id: string) => void;
}

function Against({ reports, report, feature, onReport }: AgainstProps): ReactElement {
  const found = report.features.find((each) => each.feature === feature);
  return (
    <div className="stack">
      <Field label="Window" className="one-field">
        {(control) => (
          <select
            {...control}
            className="input"
            value={report.id}
            onChange={({ target }) => onReport(target.value)}
          >
            {reports.map(({ id, to, rows }) => (
              <option key={id} value={id}>
                until {new Date(to).toLocaleString('en-GB')} · {count(rows)} rows
              </option>
            ))}
          </select>
        )}
      </Field>
      {found === undefined ? (
        <p className="quiet">No histogram of {feature} was kept with this report.</p>
      ) : (
        <Histogram
          title={feature}
          summary={`stability index ${found.populationStabilityIndex.toFixed(3)}, ${moveWord(found.populationStabilityIndex)}`}
          bins={streamBins(found)}
          currentLabel="the stream"
          referenceLabel={report.reference === 'training' ? 'what it was taught' : 'its first windows'}
        />
      )}
    </div>
  );
}

const SHOWN_WINDOWS = 12;

const TONES: Readonly<Record<DriftEntry['level'], Tone>> = {
  ok: 'safe',
  warned: 'suspicious',
  drifted: 'malicious',
};

function Windows({ reports }: { readonly reports: readonly DriftEntry[] }): ReactElement {
  return (
    <Table
      caption="Windows of the stream, newest first"
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        { key: 'to', header: 'Until', isRowHeader: true, cell: ({ to }) => <Time at={to} exact /> },
        {
          key: 'level',
          header: 'Level',
          cell: ({ level }) => (
            <Badge tone={TONES[level]} icon={level === 'ok' ? 'check' : 'warning'}>
              {level}
            </Badge>
          ),
        },
        { key: 'version', header: 'Model', cell: ({ model }) => `${model.name} version ${model.version}` },
        { key: 'rows', header: 'Rows', align: 'end', cell: ({ rows }) => count(rows) },
        {
          key: 'drifted',
          header: 'Drifted',
          cell: ({ drifted, columns }) =>
            drifted.length === 0
              ? `none of ${columns}`
              : `${drifted.length} of ${columns}: ${drifted
                  .slice(0, 3)
                  .map(({ column }) => column)
                  .join(', ')}${drifted.length > 3 ? ', …' : ''}`,
        },
      ]}
    />
  );
}
