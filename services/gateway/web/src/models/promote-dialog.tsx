import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { client, unwrap, WeirApiError } from '../api/index.js';
import { Button, Dialog, ErrorBox, Note, QueryState, TextField } from '../components/index.js';
import type { Alias } from './model-types.js';
import { type Promoted, PromotedFigures } from './promoted-figures.js';
import { MODELS, useAlias } from './use-models.js';

export interface PromoteDialogProps {
  readonly name: string;
  readonly version: Promoted | null;
  /** For its figures; which version is champion is asked for anew. */
  readonly champion: Promoted | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const CHAMPION = 'champion';

/** Asks before the champion is replaced, and moves it only if nobody else has done so meanwhile. */
export function PromoteDialog(props: PromoteDialogProps): ReactElement {
  const { name, version, isOpen, onClose } = props;
  const alias = useAlias(name, CHAMPION, isOpen);
  return (
    <Dialog title={`Promote version ${version?.version ?? ''}?`} isOpen={isOpen} onClose={onClose}>
      <QueryState query={alias} label="Looking which version is champion">
        {(current) => (version === null ? null : <Confirm {...props} version={version} current={current} />)}
      </QueryState>
    </Dialog>
  );
}

interface ConfirmProps extends PromoteDialogProps {
  readonly version: Promoted;
  readonly current: Alias | null;
}

function Confirm({ name, version, champion, current, onClose }: ConfirmProps): ReactElement {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const promote = useMutation({
    mutationFn: () => move(name, version.version, current, champion, reason),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [MODELS] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    promote.mutate();
  };
  const replaced = current?.version ?? champion?.version;
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        {replaced === undefined
          ? `${name} has no champion: version ${version.version} will give its verdicts from now on.`
          : `Version ${version.version} takes the place of version ${replaced}: all verdicts of ${name} come from it within seconds.`}
      </p>
      <PromotedFigures name={name} version={version} champion={champion} replaced={replaced} />
      <TextField
        label="Reason"
        help="For those who read the registry later."
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      {promote.isError ? <Refused error={promote.error} name={name} /> : null}
      <div className="row">
        <Button type="submit" variant="primary" busy={promote.isPending}>
          Promote
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** With the revision that the reader saw: of two promotions at once, one is told. */
function move(
  name: string,
  version: number,
  current: Alias | null,
  champion: Promoted | null,
  reason: string,
): Promise<unknown> {
  // No alias to be found, and yet a champion: this gateway cannot say at which revision it is.
  const revision = current?.revision ?? (champion === null ? 0 : undefined);
  const body = {
    version,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(revision === undefined ? {} : { ifRevision: revision }),
  };
  const path = { name, alias: CHAMPION };
  return unwrap(client.PUT('/v1/models/{name}/aliases/{alias}', { params: { path }, body }));
}

/** 409 and 412 say that somebody was faster. */
export function Refused({ error, name }: { readonly error: unknown; readonly name: string }): ReactElement {
  const queries = useQueryClient();
  const isRaced = error instanceof WeirApiError && (error.status === 409 || error.status === 412);
  if (!isRaced) return <ErrorBox error={error} />;
  return (
    <Note tone="suspicious" icon="warning">
      <p role="alert">
        Nothing was changed: somebody moved the champion of {name} meanwhile. Look at the versions again
        before you go on.
      </p>
      <p className="quiet">{error.detail}</p>
      <Button onClick={() => void queries.invalidateQueries({ queryKey: [MODELS] })}>Look again</Button>
    </Note>
  );
}
