import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, count, Field, Icon } from '../components/index.js';
import { MOST_PASTED, type PastedUrls, pastedUrls } from './pasted-urls.js';

export interface CheckFormProps {
  readonly isBusy: boolean;
  /** Of none: the field was empty, and what was answered before is about nothing there. */
  readonly onCheck: (urls: readonly string[]) => void;
}

const MOST_LINES = 10;

/** What was typed last: still there after a look at another view, and nowhere else than in memory. */
let draft = '';

/** One field for one URL or many lines: Enter checks, Shift and Enter begins a new line. */
export function CheckForm({ isBusy, onCheck }: CheckFormProps): ReactElement {
  const [text, setText] = useState(draft);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const pasted = pastedUrls(text);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const check = (): void => {
    if (isBusy) return;
    setError(pasted.urls.length === 0 ? 'Paste a URL first' : undefined);
    if (pasted.urls.length === 0) field.current?.focus();
    onCheck(pasted.urls);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    check();
  };
  return (
    <form
      className="check-form"
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <Field label="URL to check" help={helpFor(pasted)} error={error}>
        {(control) => (
          <div className="check-line">
            <textarea
              {...control}
              ref={field}
              className="input check-input"
              // Browsers that do not size it by its content show as many lines as there are.
              rows={Math.min(text.split('\n').length, MOST_LINES)}
              value={text}
              placeholder="example.org/login"
              inputMode="url"
              autoCapitalize="none"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              onChange={({ target }) => {
                draft = target.value;
                setText(draft);
              }}
              onKeyDown={onKeyDown}
            />
            <Button type="submit" variant="primary" busy={isBusy}>
              <Icon name="search" />
              {pasted.urls.length > 1 ? `Check ${count(pasted.urls.length)} URLs` : 'Check'}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}

function helpFor({ urls, repeated, over }: PastedUrls): string {
  if (over > 0)
    return `The first ${count(MOST_PASTED)} are checked; ${count(over)} more are left out. Batch takes them all, from a file.`;
  const twice = repeated === 0 ? '' : ` ${count(repeated)} repeated.`;
  if (urls.length > 1) return `${count(urls.length)} URLs, one a line.${twice}`;
  return 'Only its text is read: nothing is opened. Many URLs, one a line, work as well; so do defanged ones.';
}
