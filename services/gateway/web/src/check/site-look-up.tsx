import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, ErrorBox, percent, Url, VERDICT_WORDS } from '../components/index.js';
import { type Enrichment, lookUp } from './judged.js';

/** The gateway waits no longer for what is found. */
const LONGEST_S = 15;
const TICK_MS = 500;

export interface LookUp {
  readonly isPending: boolean;
  readonly found: Enrichment | undefined;
  readonly error: unknown;
  readonly start: () => void;
  readonly cancel: () => void;
}

export function useLookUp(url: string): LookUp {
  const aborting = useRef<AbortController>(undefined);
  const asked = useMutation({
    mutationFn: () => {
      aborting.current = new AbortController();
      return lookUp(url, aborting.current.signal);
    },
  });
  useEffect(() => () => aborting.current?.abort(), []);
  return {
    isPending: asked.isPending,
    found: asked.data,
    error: asked.error,
    start: () => asked.mutate(),
    cancel: () => {
      aborting.current?.abort();
      asked.reset();
    },
  };
}

/** What the site itself shows: its progress while it is looked up, then what was found. */
export function SiteLookUp({
  lookUp: { isPending, found, error, start, cancel },
}: {
  readonly lookUp: LookUp;
}): ReactElement {
  return (
    <div role="status">
      {isPending ? <Progress onCancel={cancel} /> : null}
      {!isPending && error !== null ? <ErrorBox error={error} onRetry={start} /> : null}
      {!isPending && found !== undefined ? <Found found={found} /> : null}
    </div>
  );
}

function Progress({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const seconds = useSeconds();
  return (
    <div className="site stack-small">
      <h3>Looking the site up…</h3>
      <p>
        DNS, the registry, its certificate and the page itself are asked, from the machine that Weir runs on.
      </p>
      <progress max={LONGEST_S} value={Math.min(seconds, LONGEST_S)} aria-label="Looking the site up" />
      <div className="row row-spread">
        <span className="quiet" aria-hidden="true">
          {Math.floor(seconds)} s of at most {LONGEST_S} s
        </span>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - start) / 1_000), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

function Found({ found }: { readonly found: Enrichment }): ReactElement {
  const { error, verdict, probability, model, finalUrl } = found;
  // Where no page answers, most features are missing: such a verdict gets no colour.
  const tone = verdict !== undefined && finalUrl !== undefined ? `tone-${verdict}` : 'tone-neutral';
  return (
    <section className={`site stack-small ${tone}`} aria-label="The site itself">
      <h3>The site itself</h3>
      {error === undefined ? null : <p>It was not looked up: {error.message}.</p>}
      {error === undefined ? <WhereItEnded found={found} /> : null}
      {verdict === undefined || probability === undefined ? null : (
        <p>
          By {featuresOf(found)}, it is{' '}
          <strong className="site-word">{VERDICT_WORDS[verdict].toLowerCase()}</strong>:{' '}
          {percent(probability)}
          {model === undefined ? '' : ` (model ${model.name}, version ${model.version})`}.
        </p>
      )}
      <Outcomes found={found} />
    </section>
  );
}

function featuresOf({ features = {}, missing = [] }: Enrichment): string {
  const all = Object.keys(features).length;
  return `the ${all - missing.length} of ${all} features that could be had`;
}

function WhereItEnded({
  found: { finalUrl, redirects, tookMs = 0 },
}: {
  readonly found: Enrichment;
}): ReactElement {
  const took = `It took ${(tookMs / 1_000).toFixed(1)} s.`;
  if (finalUrl === undefined) return <p>No page answered, so this says little. {took}</p>;
  const hops = typeof redirects === 'number' && redirects > 0 ? `, ${redirects} redirects on` : '';
  return (
    <p>
      The page is at <Url url={finalUrl} />
      {hops}. {took}
    </p>
  );
}

/** The features of the site, by what they say. */
const SAYS: readonly (readonly [number, string])[] = [
  [-1, 'For phishing'],
  [0, 'Suspicious'],
  [1, 'Against it'],
];

function Outcomes({ found: { features = {}, missing = [] } }: { readonly found: Enrichment }): ReactElement {
  const without = missing.map(({ feature, reason }) => `${words(feature)}: ${reason}`);
  const said = SAYS.map(([value, title]) => ({
    title,
    lines: Object.keys(features)
      .filter((name) => features[name] === value)
      .map(words),
  }));
  return (
    <>
      {[...said, { title: 'Could not be had', lines: without }].map(({ title, lines }) =>
        lines.length === 0 ? null : (
          <details key={title}>
            <summary>
              {title}: {lines.length}
            </summary>
            <ul className="reasons">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ),
      )}
    </>
  );
}

/** `having_IP_Address` → `having IP Address`: the published names, to be read. */
const words = (name: string): string => name.replaceAll('_', ' ');
