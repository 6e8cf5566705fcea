import type { ReactElement } from 'react';
import { Dialog, shownUrl } from '../components/index.js';
import { EntryForm } from '../lists/entry-form.js';
import type { CardDialogProps } from './correction.js';
import { hostsToList } from './hosts-to-list.js';

const SAYS = { allow: 'safe', deny: 'malicious' } as const;

/** "Allow or deny": a list overrules the model for a host and all below it, at once. */
export function Listing({ judged, isOpen, onClose, onDone }: CardDialogProps): ReactElement {
  return (
    <Dialog title="Allow or deny" isOpen={isOpen} onClose={onClose}>
      <EntryForm
        hosts={hostsToList(judged.url)}
        onDone={({ list, entry }) =>
          onDone(
            `${shownUrl(entry)} is on the ${list} list: from now on it is ${SAYS[list]}. Check again to see it.`,
          )
        }
      />
    </Dialog>
  );
}
