import { type ReactElement, useState } from 'react';
import { Button, Table } from '../components/index.js';
import { searchBrief } from './briefs.js';
import { parametersText } from './figures.js';
import { FoldingPanel } from './folding-panel.js';
import type { ModelVersion } from './model-types.js';

const FIRST = 8;

/** What was tried, the best first, and which of it won. */
export function SearchPanel({ version }: { readonly version: ModelVersion }): ReactElement {
  const { candidates, algorithm, parameters } = version;
  const [isWhole, setWhole] = useState(false);
  const best = [...candidates].sort((a, b) => b.meanF1 - a.meanF1);
  const shown = (isWhole ? best : best.slice(0, FIRST)).map((each, index) => ({ ...each, place: index + 1 }));
  return (
    <FoldingPanel
      title="How it was found"
      brief={searchBrief(version)}
      actions={
        best.length > FIRST ? (
          <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Only the best' : `All ${best.length} candidates`}
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <p>
          {algorithm}, {parametersText(parameters)}
        </p>
        {best.length === 0 ? (
          <p className="quiet">No search: it was trained as it is.</p>
        ) : (
          <Table
            caption="Candidates of the search, the best first"
            rows={shown}
            rowKey={({ place }) => String(place)}
            columns={[
              { key: 'place', header: 'Place', align: 'end', cell: ({ place }) => place },
              { key: 'algorithm', header: 'Algorithm', isRowHeader: true, cell: (each) => each.algorithm },
              { key: 'parameters', header: 'Parameters', cell: (each) => parametersText(each.parameters) },
              {
                key: 'f1',
                header: 'F1, cross-validated',
                align: 'end',
                cell: ({ meanF1, standardDeviation }) =>
                  `${meanF1.toFixed(4)} ± ${standardDeviation.toFixed(4)}`,
              },
              {
                key: 'seconds',
                header: 'Seconds',
                align: 'end',
                cell: ({ seconds }) => seconds?.toFixed(2) ?? '–',
              },
            ]}
          />
        )}
      </div>
    </FoldingPanel>
  );
}
