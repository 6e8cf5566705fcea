import { type ReactElement, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import {
  CopyUrl,
  Icon,
  Percent,
  Sentence,
  shownUrl,
  Time,
  Url,
  VERDICT_ICONS,
  VERDICT_WORDS,
} from '../components/index.js';
import { modelPath } from '../routing/paths.js';
import { ADVICE } from './advice.js';
import { CardActions } from './card-actions.js';
import type { Judged, ListHit } from './judged.js';

/** A verdict with all that was said about it, and what can be done. */
export function VerdictCard({ judged }: { readonly judged: Judged }): ReactElement {
  const { url, verdict, probability, model, list } = judged;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new verdict takes the focus
  useEffect(() => heading.current?.focus(), [judged]);
  return (
    <article className={`verdict-card tone-${verdict}`} aria-labelledby="verdict-word">
      <header className="verdict-head">
        <Icon name={VERDICT_ICONS[verdict]} size={44} />
        <div>
          <h2 id="verdict-word" className="verdict-word" ref={heading} tabIndex={-1}>
            {VERDICT_WORDS[verdict]}
          </h2>
          <p>{list === undefined ? ADVICE[verdict].headline : `The ${list.list} list says so.`}</p>
        </div>
      </header>
      <div className="verdict-body stack">
        <div className="stack-small">
          <Url url={url} isBlock />
          <CopyUrl url={url} />
        </div>
        {list === undefined ? null : <Overruled hit={list} />}
        <Probability value={probability} decides={list === undefined} />
        <div className="grid-halves">
          <Reasons judged={judged} />
          <WhatToDo judged={judged} />
        </div>
        <CardActions judged={judged} key={judged.id} />
        <p className="quiet">
          By model{' '}
          <Link href={modelPath(model.name, model.version)}>
            {model.name}, version {model.version}
          </Link>
          {typeof judged.classifiedAt === 'string' ? (
            <>
              , <Time at={judged.classifiedAt} />
            </>
          ) : null}
        </p>
      </div>
    </article>
  );
}

/** In the verdict's colour only where it is what decided. */
function Probability({
  value,
  decides,
}: {
  readonly value: number;
  readonly decides: boolean;
}): ReactElement {
  return (
    <div>
      <p>
        Probability of phishing, by the model:{' '}
        <strong>
          <Percent value={value} />
        </strong>
      </p>
      <div className={decides ? 'meter' : 'meter tone-neutral'} aria-hidden="true">
        <div style={{ width: `${Math.max(100 * value, 1)}%` }} />
      </div>
    </div>
  );
}

function Overruled({ hit: { list, entry, reason, by } }: { readonly hit: ListHit }): ReactElement {
  return (
    <p>
      <strong>The {list} list decides</strong>, not the model: <code>{shownUrl(entry)}</code> is on it
      {reason === undefined ? '' : `: ${reason}`}
      {by === undefined ? '' : ` (by ${by})`}.
    </p>
  );
}

/** The list's own sentence stands first among the reasons; it has a line of its own here. */
function Reasons({ judged: { reasons, list, change } }: { readonly judged: Judged }): ReactElement {
  const said = list === undefined ? reasons : reasons.slice(1);
  return (
    <div className="stack-small">
      <h3>{list === undefined ? 'Why' : 'What the model says'}</h3>
      {said.length === 0 ? (
        <p>Nothing about it stands out.</p>
      ) : (
        <ul className="reasons">
          {said.map((reason) => (
            <li key={reason}>
              <Sentence text={reason} />
            </li>
          ))}
        </ul>
      )}
      {change === undefined || list !== undefined ? null : (
        <>
          <h3>What would change it</h3>
          <p>
            <Sentence text={change.sentence} />
            {change.url === undefined ? null : (
              <>
                : <Url url={change.url} />
              </>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function WhatToDo({ judged: { verdict } }: { readonly judged: Judged }): ReactElement {
  return (
    <div className="stack-small">
      <h3>What to do now</h3>
      <ul className="reasons">
        {ADVICE[verdict].steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </div>
  );
}
