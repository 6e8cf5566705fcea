import { type ReactElement, useState } from 'react';
import { Bars } from '../charts/index.js';
import { Button, percent } from '../components/index.js';
import { importanceBrief } from './briefs.js';
import { permutationOf } from './figures.js';
import { FoldingPanel } from './folding-panel.js';
import type { ModelVersion } from './model-types.js';

const FIRST = 10;

/** What it rests on: by gain, and by how much worse it is without. */
export function Importance({ version }: { readonly version: ModelVersion }): ReactElement | null {
  const [isWhole, setWhole] = useState(false);
  const { importance, metrics } = version;
  const shuffled = permutationOf(metrics);
  const most = isWhole ? Number.POSITIVE_INFINITY : FIRST;
  const hasMore = Math.max(importance.length, shuffled.length) > FIRST;
  if (importance.length === 0 && shuffled.length === 0) return null;
  return (
    <FoldingPanel
      title="What it rests on"
      brief={importanceBrief(version)}
      actions={
        hasMore ? (
          <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Fewer features' : 'All features'}
          </Button>
        ) : undefined
      }
    >
      <div className="grid-halves">
        <div className="stack-small">
          <h3>Share of the gain</h3>
          <Bars
            label="Features by share of the gain"
            bars={importance.slice(0, most).map((each) => ({
              label: each.feature,
              value: each.importance,
              text: each.importance === 0 ? '0 %' : percent(each.importance),
            }))}
          />
        </div>
        {shuffled.length === 0 ? null : (
          <div className="stack-small">
            <h3>Fall of F1 when shuffled</h3>
            <Bars
              label="Features by the fall of F1 when their values are shuffled"
              colour="--chart-3"
              bars={shuffled
                .slice(0, most)
                .map(({ feature, fall }) => ({ label: feature, value: fall, text: fall.toFixed(4) }))}
            />
          </div>
        )}
      </div>
    </FoldingPanel>
  );
}
