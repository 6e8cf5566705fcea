import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useSigning } from '../../api/index.js';
import {
  Button,
  COULD_NOT_COPY,
  ErrorBox,
  Field,
  Icon,
  isCopied,
  Note,
  Panel,
} from '../../components/index.js';
import { stayHere } from '../../routing/sign-in-path.js';
import type { MadeKey } from './make-key.js';
import { signInWith } from './sign-in-with.js';

export interface MadeKeyPanelProps {
  readonly made: MadeKey;
  readonly onKept: () => void;
}

/** A key, this once. */
export function MadeKeyPanel({ made, onKept }: MadeKeyPanelProps): ReactElement {
  const { created, isFirst, signInError } = made;
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  useEffect(stayHere, []);
  useEffect(() => field.current?.focus(), []);
  const copy = async (): Promise<void> => {
    const copied = await isCopied(created.key);
    if (!copied) field.current?.select();
    setTold(copied ? 'Copied' : COULD_NOT_COPY);
  };
  return (
    <Panel title={`The key of ${created.name}`}>
      <div className="stack">
        <Note tone="suspicious" icon="warning">
          <p className="notice-title">Keep it now: it cannot be shown again</p>
          <p>Weir holds only its hash. Whoever loses a key has it revoked, and gets another.</p>
        </Note>
        <Field label="API key">
          {(control) => (
            <input
              {...control}
              ref={field}
              className="input made-key"
              readOnly
              spellCheck={false}
              value={created.key}
              onFocus={({ target }) => target.select()}
            />
          )}
        </Field>
        {isFirst ? <SignedIn keyText={created.key} error={signInError} /> : null}
        <div className="row">
          <Button variant="primary" onClick={() => void copy()}>
            <Icon name="copy" />
            Copy the key
          </Button>
          <Button onClick={onKept}>I have kept it</Button>
          <span role="status" className="quiet">
            {told}
          </span>
        </div>
      </div>
    </Panel>
  );
}

/** Whether the page goes on with the first key by itself. */
function SignedIn({ keyText, error }: { readonly keyText: string; readonly error: unknown }): ReactElement {
  const { signIn } = useSigning();
  const again = useMutation({ mutationFn: () => signInWith(keyText, signIn) });
  const failure = again.data === undefined ? error : again.data;
  return failure === null ? (
    <p role="status">This Weir is closed now, and you are signed in here with this key.</p>
  ) : (
    <>
      <p>This Weir is closed now, but you could not be signed in with this key. Keep it, then try again:</p>
      <ErrorBox error={failure} isRetrying={again.isPending} onRetry={() => again.mutate()} />
    </>
  );
}
