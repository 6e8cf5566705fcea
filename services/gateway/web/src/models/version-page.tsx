import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Button, count, NeedsScope, PageTitle, QueryState, Time } from '../components/index.js';
import { comparePath, modelPath } from '../routing/paths.js';
import { AliasBadges } from './alias-badges.js';
import { decisionsBrief, figuresBrief } from './briefs.js';
import { CardPanel } from './card-panel.js';
import { CurveCharts } from './curve-charts.js';
import { Decisions } from './decisions.js';
import { DownloadPanel } from './download-panel.js';
import { FigureTable } from './figure-table.js';
import { FoldingPanel } from './folding-panel.js';
import { Importance } from './importance.js';
import { Lineage } from './lineage.js';
import type { ModelVersion } from './model-types.js';
import { PromoteDialog } from './promote-dialog.js';
import { SearchPanel } from './search-panel.js';
import { useCard, useVersion } from './use-models.js';

interface VersionPageProps {
  readonly name: string;
  /** A number, or an alias. */
  readonly version: string;
}

export function VersionPage({ name, version }: VersionPageProps): ReactElement {
  const query = useVersion(name, version);
  return (
    <>
      <p>
        <Link href={modelPath(name)}>All versions of {name}</Link>
      </p>
      <PageTitle title={`${name} version ${query.data?.version ?? version}`}>
        {query.data === undefined ? undefined : <Lead version={query.data} />}
      </PageTitle>
      <QueryState query={query} label="Loading the version" lines={8}>
        {(found) => <WholeVersion version={found} />}
      </QueryState>
    </>
  );
}

function Lead({ version }: { readonly version: ModelVersion }): ReactElement {
  const { algorithm, rows, createdAt, aliases } = version;
  return (
    <span className="row">
      <AliasBadges aliases={aliases} />
      <span>
        {algorithm}, taught {count(rows)} rows, <Time at={String(createdAt)} />
      </span>
    </span>
  );
}

function WholeVersion({ version }: { readonly version: ModelVersion }): ReactElement {
  const { name, metrics } = version;
  const card = useCard(name, String(version.version));
  const known = card.data ?? null;
  return (
    <div className="stack">
      <Actions version={version} />
      <FoldingPanel title="How good it is" brief={figuresBrief(version)}>
        <FigureTable metrics={metrics} keptTogether={known?.splits.grouped?.keptTogether} />
      </FoldingPanel>
      <FoldingPanel title="How it decides" brief={decisionsBrief(version)}>
        <Decisions version={version} card={known} />
      </FoldingPanel>
      {known === null ? null : (
        <FoldingPanel title="Curves" brief="ROC, precision and recall, reliability">
          <CurveCharts
            sides={[
              {
                label: `Version ${version.version}`,
                curves: {
                  roc: known.curves?.roc ?? [],
                  precisionRecall: known.curves?.precisionRecall ?? [],
                  reliability: known.calibration.reliability,
                },
              },
            ]}
          />
        </FoldingPanel>
      )}
      <Importance version={version} />
      <SearchPanel version={version} />
      <Lineage version={version} card={known} />
      <CardPanel version={version} card={card} />
      <DownloadPanel version={version} />
    </div>
  );
}

function Actions({ version }: { readonly version: ModelVersion }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { name, aliases } = version;
  const champion = useVersion(name, 'champion');
  if (aliases.includes('champion')) return null;
  return (
    <div className="row">
      <NeedsScope scope="admin" toDo="to promote versions">
        <Button variant="primary" onClick={() => setOpen(true)}>
          Promote to champion
        </Button>
        <PromoteDialog
          name={name}
          version={version}
          champion={champion.data ?? null}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
        />
      </NeedsScope>
      {champion.data === undefined ? null : (
        <Link
          className="button button-plain"
          href={comparePath(name, champion.data.version, version.version)}
        >
          Compare with the champion
        </Link>
      )}
    </div>
  );
}
