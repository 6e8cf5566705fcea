import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { mayRetry } from '../api/queries.js';
import { count, ErrorBox, NeedsScope, PageTitle } from '../components/index.js';
import { CheckForm } from './check-form.js';
import { type CheckedUrl, type Judged, judge, judgeAll } from './judged.js';
import { VerdictCard } from './verdict-card.js';
import { VerdictList } from './verdict-list.js';
import './check.css';

type Answer = { readonly one: Judged } | { readonly many: readonly CheckedUrl[] };

/** Is this URL phishing? Nothing of what is pasted goes into the address bar or its history. */
export function CheckView(): ReactElement {
  const [done, setDone] = useState(0);
  const check = useMutation({
    mutationFn: async (urls: readonly string[]): Promise<Answer> => {
      const [only, ...others] = urls;
      if (only !== undefined && others.length === 0) return { one: await judge(only) };
      setDone(0);
      return { many: await judgeAll(urls, setDone) };
    },
    retry: mayRetry,
  });
  const { data, error, failureReason, isPending, variables = [] } = check;
  const failure = isPending ? failureReason : error;
  return (
    <div className="narrow stack">
      <PageTitle title="Is this URL phishing?" />
      <NeedsScope scope="predict" toDo="to check URLs">
        <CheckForm
          isBusy={isPending}
          onCheck={(urls) => (urls.length === 0 ? check.reset() : check.mutate(urls))}
        />
      </NeedsScope>
      <div role="status">{isPending ? <Checking done={done} all={variables.length} /> : null}</div>
      {failure === null ? null : (
        <ErrorBox
          error={failure}
          isRetrying={isPending}
          {...(isPending ? {} : { onRetry: () => check.mutate(variables) })}
        />
      )}
      {data === undefined || isPending ? null : <Answered answer={data} />}
    </div>
  );
}

function Checking({ done, all }: { readonly done: number; readonly all: number }): ReactElement {
  if (all <= 1) return <p className="quiet">Checking…</p>;
  return (
    <div className="stack-small">
      <p className="quiet">
        Checking… {count(done)} of {count(all)}
      </p>
      <progress max={all} value={done} aria-label="URLs checked" />
    </div>
  );
}

function Answered({ answer }: { readonly answer: Answer }): ReactElement {
  return 'one' in answer ? <VerdictCard judged={answer.one} /> : <VerdictList checked={answer.many} />;
}
