import { type ReactElement, useState } from 'react';
import { Button } from './button.js';
import { COULD_NOT_COPY, isCopied } from './clipboard.js';
import { sentencePieces, shownUrl } from './url-text.js';

const TOLD_MS = 2_000;

/** A URL as text: always defanged, never a link. */
export function Url({
  url,
  isBlock = false,
}: {
  readonly url: string;
  readonly isBlock?: boolean;
}): ReactElement {
  return <code className={isBlock ? 'url url-block' : 'url'}>{shownUrl(url)}</code>;
}

/** Copies the URL: defanged, or, said so explicitly, as it came. */
export function CopyUrl({ url }: { readonly url: string }): ReactElement {
  const [told, setTold] = useState('');
  const copy = async (text: string, done: string): Promise<void> => {
    setTold((await isCopied(text)) ? done : COULD_NOT_COPY);
    setTimeout(() => setTold(''), TOLD_MS);
  };
  return (
    <div className="row">
      <Button variant="quiet" onClick={() => copy(shownUrl(url), 'Copied, defanged')}>
        Copy defanged
      </Button>
      <Button variant="quiet" onClick={() => copy(url, 'Copied as it came')}>
        Copy original
      </Button>
      <span role="status" className="quiet">
        {told}
      </span>
    </div>
  );
}

/** A sentence of Weir's, whose code stands between backticks. */
export function Sentence({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {sentencePieces(text).map(({ text: piece, isCode }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces never move
        isCode ? <code key={index}>{piece}</code> : piece,
      )}
    </>
  );
}
