import { useMutation } from '@tanstack/react-query';
import { unwrap } from '@weir/client';
import { type ReactElement, useState } from 'react';
import { client } from '../api/client.js';
import { mayRetry } from '../api/queries.js';
import { useSession } from '../api/session.js';
import { Button, Dialog, ErrorBox, TextField, Url } from '../components/index.js';
import type { Judged } from './judged.js';
import { useOwnName } from './own-name.js';

export interface CardDialogProps {
  readonly judged: Judged;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What was done, as a sentence. */
  readonly onDone: (sentence: string) => void;
}

type Label = 'phishing' | 'legitimate';
const TOLD: Readonly<Record<Label, string>> = { phishing: 'phishing', legitimate: 'fine' };

/** "This is wrong": what the URL really is, for the next training to learn. */
export function Correction({ judged, isOpen, onClose, onDone }: CardDialogProps): ReactElement {
  return (
    <Dialog title="What is it really?" isOpen={isOpen} onClose={onClose}>
      <CorrectionForm judged={judged} onDone={onDone} />
    </Dialog>
  );
}

function CorrectionForm({ judged, onDone }: Pick<CardDialogProps, 'judged' | 'onDone'>): ReactElement {
  const likely: Label = judged.verdict === 'safe' ? 'phishing' : 'legitimate';
  const [label, setLabel] = useState<Label>(likely);
  const [name, setName] = useOwnName();
  const { data: session } = useSession();
  const isNameless = session === undefined || session.kind === 'open';
  const by = isNameless && name.trim() !== '' ? { by: name.trim() } : {};
  const correction = useMutation({
    mutationFn: () => unwrap(client.POST('/v1/feedback', { body: { url: judged.url, label, ...by } })),
    retry: mayRetry,
    onSuccess: () =>
      onDone(
        `Thank you. The next training learns that this is ${TOLD[label]}; until then the verdict stays.`,
      ),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        correction.mutate();
      }}
    >
      <Url url={judged.url} isBlock />
      <fieldset className="choices">
        <legend>It is</legend>
        {(['phishing', 'legitimate'] as const).map((each) => (
          <div className="choice" key={each}>
            <input
              type="radio"
              id={`label-${each}`}
              name="label"
              checked={label === each}
              onChange={() => setLabel(each)}
            />
            <label htmlFor={`label-${each}`}>{each === 'phishing' ? 'Phishing' : 'Fine (legitimate)'}</label>
          </div>
        ))}
      </fieldset>
      {isNameless ? (
        <TextField
          label="Your name (optional)"
          help="Stands beside the correction, for those who review it."
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={setName}
        />
      ) : null}
      <p className="quiet">
        The next training learns this. To change the verdict at once, put the host on the allow or deny list.
      </p>
      {correction.error === null ? null : <ErrorBox error={correction.error} />}
      <Button type="submit" variant="primary" busy={correction.isPending}>
        Send the correction
      </Button>
    </form>
  );
}
