import { useMutation } from '@tanstack/react-query';
import type { components } from '@weir/client';
import type { ReactElement } from 'react';
import { client, unwrap, useCan } from '../api/index.js';
import { Button, ErrorBox, Sentence } from '../components/index.js';

export interface WhyProps {
  readonly reasons: readonly string[];
  readonly change: components['schemas']['VerdictChange'] | undefined;
}

/** The reasons of a verdict, and what would change it. */
export function Why({ reasons, change }: WhyProps): ReactElement {
  return (
    <div className="stack-small">
      <h3>Why</h3>
      <ul className="verdict-reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <Sentence text={reason} />
          </li>
        ))}
      </ul>
      {change === undefined ? null : (
        <p>
          <Sentence text={change.sentence} />
        </p>
      )}
    </div>
  );
}

/** The stream gives reasons for what it flags; those of other URLs are to be had on request. */
export function AskWhy({ url }: { readonly url: string }): ReactElement {
  const mayPredict = useCan('predict');
  const ask = useMutation({ mutationFn: () => unwrap(client.POST('/v1/verdicts', { body: { url } })) });
  if (ask.data !== undefined) return <Why reasons={ask.data.reasons} change={ask.data.change} />;
  return (
    <div className="stack-small">
      <p className="quiet">The stream sent no reasons with this verdict.</p>
      {mayPredict ? (
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          Say why
        </Button>
      ) : null}
      {ask.isError ? <ErrorBox error={ask.error} /> : null}
    </div>
  );
}
