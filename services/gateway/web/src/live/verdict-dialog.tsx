import type { UrlVerdict } from '@weir/client';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { CopyUrl, Dialog, Note, percent, Time, Url, VerdictBadge } from '../components/index.js';
import { modelPath } from '../routing/paths.js';
import { AskWhy, Why } from './ask-why.js';
import { duration } from './figures.js';

export interface VerdictDialogProps {
  readonly verdict: UrlVerdict | null;
  readonly onClose: () => void;
}

/** One verdict of the stream, whole. */
export function VerdictDialog({ verdict, onClose }: VerdictDialogProps): ReactElement {
  return (
    <Dialog title="The verdict" isOpen={verdict !== null} onClose={onClose}>
      {verdict === null ? null : <Whole verdict={verdict} />}
    </Dialog>
  );
}

function Whole({ verdict }: { readonly verdict: UrlVerdict }): ReactElement {
  const { url, probability, reasons, change, list, model, id } = verdict;
  return (
    <div className="stack">
      <div className="row">
        <VerdictBadge verdict={verdict.verdict} />
        <span>
          <span className="figures">{percent(probability)}</span> likely to be phishing
        </span>
      </div>
      <div>
        <Url url={url} isBlock />
        <CopyUrl url={url} />
      </div>
      {list === undefined ? null : (
        <Note>
          <p>
            The {list.list} list decided: <Url url={list.entry} />
            {list.reason === undefined ? '' : ` (${list.reason})`}
          </p>
        </Note>
      )}
      {reasons.length === 0 ? <AskWhy url={url} /> : <Why reasons={reasons} change={change} />}
      <p className="quiet">
        <Timing verdict={verdict} /> by{' '}
        <Link href={modelPath(model.name, model.version)}>
          {model.name} version {model.version}
        </Link>{' '}
        · id <code>{id}</code>
      </p>
    </div>
  );
}

function Timing({ verdict }: { readonly verdict: UrlVerdict }): ReactElement {
  const [classifiedAt, submittedAt] = [String(verdict.classifiedAt), verdict.submittedAt];
  const took =
    submittedAt === undefined ? Number.NaN : Date.parse(classifiedAt) - Date.parse(String(submittedAt));
  return (
    <>
      Classified <Time at={classifiedAt} />
      {Number.isFinite(took) && took >= 0 ? `, ${duration(took)} after it was submitted,` : ''}
    </>
  );
}
