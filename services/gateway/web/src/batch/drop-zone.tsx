import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { Button, Icon } from '../components/index.js';

export interface DropZoneProps {
  readonly onFile: (file: File) => void;
  readonly isBusy: boolean;
  /** There are results to look at. */
  readonly isSmall: boolean;
}

/** A place to drop a file on, and the button that chooses one. */
export function DropZone({ onFile, isBusy, isSmall }: DropZoneProps): ReactElement {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file !== undefined) onFile(file);
    // The same file, mended, can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
    <div
      className={`drop-zone ${isOver ? 'drop-zone-over' : ''} ${isSmall ? 'drop-zone-small' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {isSmall ? null : <Icon name="upload" size={32} />}
      <p>
        <strong>{isSmall ? 'Drop another file' : 'Drop a file of URLs or of features'}</strong>
      </p>
      {isSmall ? null : (
        <p className="quiet">CSV with a header, or a list of URLs, one a line. Up to 128 MB; gzip is fine.</p>
      )}
      <label className="seen-by-none" htmlFor="batch-file">
        File to score
      </label>
      <input
        ref={input}
        id="batch-file"
        type="file"
        className="seen-by-none"
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.gz,text/csv,text/plain,application/gzip"
        onChange={({ target }) => take(target.files)}
      />
      <Button
        variant={isSmall ? 'plain' : 'primary'}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
    </div>
  );
}
