import type { ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { WeirApiError } from '../api/index.js';
import { Note, Paged, PageTitle, Panel, QueryState } from '../components/index.js';
import { modelPath } from '../routing/paths.js';
import { ComparedFigures } from './compared-figures.js';
import { ComparedImportance, ComparedParameters } from './compared-parts.js';
import { CurveCharts, type CurveSide } from './curve-charts.js';
import type { ModelComparison, VersionSummary } from './model-types.js';
import { useComparison, useVersions } from './use-models.js';
import { VersionPair } from './version-pair.js';

export function ComparePage({ name }: { readonly name: string }): ReactElement {
  const asked = new URLSearchParams(useSearch());
  const [a, b] = [asked.get('a') ?? '', asked.get('b') ?? ''];
  const versions = useVersions(name);
  return (
    <>
      <p>
        <Link href={modelPath(name)}>All versions of {name}</Link>
      </p>
      <PageTitle title={`Compare versions of ${name}`} />
      <div className="stack">
        <Panel title="Which two">
          <Paged query={versions} label="Loading versions">
            {(pages) => (
              <Choice
                key={`${a} ${b}`}
                name={name}
                a={a}
                b={b}
                versions={pages.flatMap((page) => page.versions)}
              />
            )}
          </Paged>
        </Panel>
        {a === '' || b === '' ? null : <Comparison name={name} a={a} b={b} />}
      </div>
    </>
  );
}

interface Pair {
  readonly name: string;
  /** A version's number, or an alias. */
  readonly a: string;
  readonly b: string;
}

function Choice({
  name,
  a,
  b,
  versions,
}: Pair & { readonly versions: readonly VersionSummary[] }): ReactElement {
  const numberOf = (asked: string): number | undefined =>
    versions.find(({ version, aliases }) => String(version) === asked || aliases.includes(asked))?.version;
  return <VersionPair name={name} versions={versions} a={numberOf(a)} b={numberOf(b)} />;
}

function Comparison({ name, a, b }: Pair): ReactElement {
  const query = useComparison(name, a, b);
  const { error } = query;
  // A gateway of before there were comparisons takes the word for a version's.
  if (error instanceof WeirApiError && error.status === 404) {
    return (
      <Note tone="suspicious" icon="warning">
        <p>These two cannot be compared: {error.detail}</p>
      </Note>
    );
  }
  return (
    <QueryState query={query} label="Comparing" lines={8}>
      {(comparison) => <Compared comparison={comparison} />}
    </QueryState>
  );
}

function Compared({ comparison }: { readonly comparison: ModelComparison }): ReactElement {
  const { a, b, curves, metrics, importance, parameters } = comparison;
  const sides: CurveSide[] = [
    ...(curves.a === null ? [] : [{ label: `A: version ${a.version}`, curves: curves.a }]),
    ...(curves.b === null ? [] : [{ label: `B: version ${b.version}`, curves: curves.b }]),
  ];
  return (
    <>
      <Panel title="Figures">
        <ComparedFigures metrics={metrics} a={a.version} b={b.version} />
      </Panel>
      {sides.length === 0 ? null : (
        <Panel title="Curves">
          <CurveCharts sides={sides} />
        </Panel>
      )}
      <Panel title="What they rest on">
        <ComparedImportance importance={importance} a={a.version} b={b.version} />
      </Panel>
      <Panel title="Parameters">
        <ComparedParameters parameters={parameters} a={a.version} b={b.version} />
      </Panel>
    </>
  );
}
