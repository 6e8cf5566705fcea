import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { client, unwrap } from '../api/index.js';
import { Button, Dialog, QueryState, TextField } from '../components/index.js';
import type { Alias } from './model-types.js';
import { Refused } from './promote-dialog.js';
import { MODELS, useAlias } from './use-models.js';

export interface RollbackDialogProps {
  readonly name: string;
  /** The champion to go back from. */
  readonly version: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RollbackDialog(props: RollbackDialogProps): ReactElement {
  const { name, isOpen, onClose } = props;
  const alias = useAlias(name, 'champion', isOpen);
  return (
    <Dialog title={`Roll back the champion of ${name}?`} isOpen={isOpen} onClose={onClose}>
      <QueryState query={alias} label="Looking which version was champion before">
        {(current) => <Confirm {...props} current={current} />}
      </QueryState>
    </Dialog>
  );
}

function Confirm({
  name,
  version,
  current,
  onClose,
}: RollbackDialogProps & { readonly current: Alias | null }): ReactElement {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const from = current?.version ?? version;
  const rollBack = useMutation({
    mutationFn: () => {
      const body = { ifVersion: from, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
      return unwrap(client.POST('/v1/models/{name}/rollback', { params: { path: { name } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [MODELS] });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rollBack.mutate();
  };
  const isFirst = current !== null && current.previous.length === 0;
  const before = current?.previous[0];
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        {isFirst
          ? `Version ${from} is the first champion: there is none to go back to. Promote another version instead.`
          : `The champion goes from version ${from} back to ${before === undefined ? 'the one before' : `version ${before}`}. No version is deleted.`}
      </p>
      <TextField
        label="Reason"
        help="For those who read the registry later."
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      {rollBack.isError ? <Refused error={rollBack.error} name={name} /> : null}
      <div className="row">
        <Button type="submit" variant="danger" busy={rollBack.isPending} disabled={isFirst}>
          Roll back
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
