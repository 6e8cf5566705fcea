import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { client, unwrapResponse } from '../api/index.js';
import { Note, QueryState, Sentence } from '../components/index.js';
import { cardBrief } from './briefs.js';
import { FoldingPanel } from './folding-panel.js';
import { Markdown } from './markdown.js';
import type { ModelCard, ModelVersion } from './model-types.js';
import { MODELS, versionPath } from './use-models.js';

export interface CardPanelProps {
  readonly version: ModelVersion;
  readonly card: UseQueryResult<ModelCard | null>;
}

/** What not to trust the model with, and its card whole. */
export function CardPanel({ version, card }: CardPanelProps): ReactElement {
  return (
    <FoldingPanel title="Model card" brief={cardBrief(card.data ?? null)}>
      <QueryState query={card} label="Loading the model card">
        {(found) =>
          found === null ? (
            <p className="quiet">This version was made before models had cards.</p>
          ) : (
            <div className="stack">
              <Limits limits={found.limits} />
              <WholeCard version={version} />
            </div>
          )
        }
      </QueryState>
    </FoldingPanel>
  );
}

function Limits({ limits }: { readonly limits: readonly string[] }): ReactElement | null {
  if (limits.length === 0) return null;
  return (
    <Note>
      <p className="notice-title">Its limits</p>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>
            <Sentence text={limit} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Read only when somebody opens it. */
function WholeCard({ version: { name, version } }: { readonly version: ModelVersion }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const text = useQuery({
    queryKey: [MODELS, name, String(version), 'card', 'markdown'],
    queryFn: async ({ signal }) => {
      const init = { headers: { accept: 'text/markdown' }, signal };
      return (await unwrapResponse(client.fetch(`${versionPath(name, version)}/card`, init))).text();
    },
    enabled: isOpen,
  });
  return (
    <details className="whole-card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The whole card</summary>
      {isOpen ? (
        <QueryState query={text} label="Loading the card" lines={6}>
          {(markdown) => <Markdown text={markdown} />}
        </QueryState>
      ) : null}
    </details>
  );
}
