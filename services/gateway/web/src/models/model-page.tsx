import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { useCan } from '../api/index.js';
import { Button, count, NeedsScope, Paged, PageTitle, Panel, Table, Time } from '../components/index.js';
import { comparePath, modelPath, PATHS } from '../routing/paths.js';
import { AliasBadges } from './alias-badges.js';
import { F1, FigureText } from './f1.js';
import type { ModelWithVersions, VersionSummary } from './model-types.js';
import { PromoteDialog } from './promote-dialog.js';
import { RollbackDialog } from './rollback-dialog.js';
import { useVersions } from './use-models.js';
import { VersionPair } from './version-pair.js';

export function ModelPage({ name }: { readonly name: string }): ReactElement {
  const query = useVersions(name);
  return (
    <>
      <p>
        <Link href={PATHS.models}>All models</Link>
      </p>
      <PageTitle title={`Model ${name}`} />
      <Paged query={query} label="Loading versions">
        {(pages) => <Versions name={name} pages={pages} />}
      </Paged>
    </>
  );
}

interface VersionsProps {
  readonly name: string;
  readonly pages: readonly ModelWithVersions[];
}

function Versions({ name, pages }: VersionsProps): ReactElement {
  const versions = pages.flatMap((page) => page.versions);
  const champion = pages[0]?.champion ?? null;
  return (
    <div className="stack">
      <Panel title="Versions">
        <VersionTable name={name} versions={versions} champion={champion} />
      </Panel>
      {versions.length < 2 ? null : (
        <Panel title="Compare two versions">
          <VersionPair
            name={name}
            versions={versions}
            a={champion?.version}
            b={newestBut(versions, champion)}
          />
        </Panel>
      )}
      <Rollback name={name} champion={champion} />
    </div>
  );
}

function newestBut(versions: readonly VersionSummary[], champion: VersionSummary | null): number | undefined {
  return versions.find(({ version }) => version !== champion?.version)?.version;
}

function Rollback({
  name,
  champion,
}: {
  readonly name: string;
  readonly champion: VersionSummary | null;
}): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  if (champion === null) return null;
  return (
    <Panel title="Roll back">
      <NeedsScope scope="admin" toDo="to promote versions or roll back">
        <div className="stack-small">
          <p>
            If version {champion.version} gives worse verdicts than the champion before it, go back at once.
          </p>
          <Button variant="danger" onClick={() => setOpen(true)}>
            Roll back the champion
          </Button>
        </div>
        <RollbackDialog
          name={name}
          version={champion.version}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      </NeedsScope>
    </Panel>
  );
}

interface VersionTableProps {
  readonly name: string;
  readonly versions: readonly VersionSummary[];
  readonly champion: VersionSummary | null;
}

function VersionTable({ name, versions, champion }: VersionTableProps): ReactElement {
  const [promoted, setPromoted] = useState<VersionSummary | null>(null);
  const mayPromote = useCan('admin');
  return (
    <>
      <Table
        caption={`Versions of ${name}, newest first`}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            header: 'Version',
            isRowHeader: true,
            cell: ({ version, aliases }) => (
              <span className="row">
                <Link href={modelPath(name, version)}>Version {version}</Link>
                <AliasBadges aliases={aliases} />
              </span>
            ),
          },
          { key: 'algorithm', header: 'Algorithm', cell: ({ algorithm }) => algorithm },
          {
            key: 'f1',
            header: 'F1, by group',
            align: 'end',
            cell: ({ metrics }) => <F1 metrics={metrics} />,
          },
          {
            key: 'recall',
            header: 'Recall at 1 % FP',
            align: 'end',
            cell: ({ metrics }) => <FigureText metrics={metrics} name="recallAtFpr1In100" />,
          },
          { key: 'rows', header: 'Rows', align: 'end', cell: ({ rows }) => count(rows) },
          { key: 'trained', header: 'Trained', cell: ({ createdAt }) => <Time at={String(createdAt)} /> },
          {
            key: 'actions',
            header: 'Actions',
            cell: (version) => (
              <VersionActions
                name={name}
                version={version}
                champion={champion}
                onPromote={mayPromote ? setPromoted : undefined}
              />
            ),
          },
        ]}
      />
      <PromoteDialog
        name={name}
        version={promoted}
        champion={champion}
        isOpen={promoted !== null}
        onClose={() => setPromoted(null)}
      />
    </>
  );
}

interface VersionActionsProps {
  readonly name: string;
  readonly version: VersionSummary;
  readonly champion: VersionSummary | null;
  readonly onPromote: ((version: VersionSummary) => void) | undefined;
}

function VersionActions({ name, version, champion, onPromote }: VersionActionsProps): ReactElement {
  const number = version.version;
  if (number === champion?.version) return <span className="quiet">in service</span>;
  return (
    <span className="row">
      {onPromote === undefined ? null : (
        <Button variant="quiet" aria-label={`Promote version ${number}`} onClick={() => onPromote(version)}>
          Promote
        </Button>
      )}
      {champion === null ? null : (
        <Link
          className="button button-quiet"
          aria-label={`Compare version ${number} with the champion`}
          href={comparePath(name, champion.version, number)}
        >
          Compare
        </Link>
      )}
    </span>
  );
}
