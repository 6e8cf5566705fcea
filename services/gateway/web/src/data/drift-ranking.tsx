import { type ReactElement, useState } from 'react';
import { Badge, Button, Table } from '../components/index.js';
import { LARGE, MAY_COUNT, moveWord, type RankedFeature } from './drift-series.js';

const FIRST = 10;

export interface DriftRankingProps {
  readonly features: readonly RankedFeature[];
  readonly onFeature: (feature: string) => void;
}

export function DriftRanking({ features, onFeature }: DriftRankingProps): ReactElement {
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="stack-small">
      <Table
        caption="Features by how far they have moved"
        rows={isWhole ? features : features.slice(0, FIRST)}
        rowKey={({ feature }) => feature}
        columns={[
          { key: 'feature', header: 'Feature', isRowHeader: true, cell: ({ feature }) => feature },
          { key: 'now', header: 'Now', align: 'end', cell: ({ latest }) => latest.toFixed(3) },
          { key: 'word', header: 'Which is', cell: ({ latest }) => <MoveBadge index={latest} /> },
          { key: 'most', header: 'At most', align: 'end', cell: ({ most }) => most.toFixed(3) },
          { key: 'times', header: 'Reports with drift', align: 'end', cell: ({ times }) => times },
          {
            key: 'show',
            header: 'Chart',
            cell: ({ feature }) => (
              <Button
                variant="quiet"
                aria-label={`Show ${feature} over time`}
                onClick={() => onFeature(feature)}
              >
                Show
              </Button>
            ),
          },
        ]}
      />
      {features.length > FIRST ? (
        <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer features' : `All ${features.length} features`}
        </Button>
      ) : null}
    </div>
  );
}

function MoveBadge({ index }: { readonly index: number }): ReactElement {
  const tone = index >= LARGE ? 'malicious' : index >= MAY_COUNT ? 'suspicious' : 'neutral';
  return <Badge tone={tone}>{moveWord(index)}</Badge>;
}
