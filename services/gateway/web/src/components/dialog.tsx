import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.js';
import { Icon } from './icon.js';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps): ReactElement {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === isOpen) return;
    if (isOpen) element.showModal();
    else element.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="row row-spread panel-head">
        <h2 id={id}>{title}</h2>
        <Button variant="quiet" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {isOpen ? children : null}
    </dialog>
  );
}
