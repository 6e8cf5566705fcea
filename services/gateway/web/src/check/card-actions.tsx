import { type ReactElement, useState } from 'react';
import { useCan } from '../api/session.js';
import { Button, Icon, Note } from '../components/index.js';
import { Correction } from './correction.js';
import type { Judged } from './judged.js';
import { Listing } from './listing.js';
import { SiteLookUp, useLookUp } from './site-look-up.js';

/** What can be done about a verdict: have the site looked up, correct it, put its host on a list. */
export function CardActions({ judged }: { readonly judged: Judged }): ReactElement {
  const [open, setOpen] = useState<'correction' | 'listing'>();
  const [told, setTold] = useState<string>();
  const lookUp = useLookUp(judged.url);
  const mayCorrect = useCan('publish');
  const mayList = useCan('admin');
  const done = (sentence: string): void => {
    setOpen(undefined);
    setTold(sentence);
  };
  const close = (): void => setOpen(undefined);
  return (
    <div className="stack">
      <div className="row">
        <Button busy={lookUp.isPending} onClick={lookUp.start}>
          <Icon name="globe" />
          Look the site up
        </Button>
        <Button onClick={() => setOpen('correction')} {...withheld(mayCorrect, 'publish')}>
          This is wrong
        </Button>
        <Button onClick={() => setOpen('listing')} {...withheld(mayList, 'admin')}>
          Allow or deny
        </Button>
      </div>
      {mayCorrect && mayList ? null : (
        <p className="quiet">
          Your key may not{' '}
          {[mayCorrect ? [] : ['correct verdicts'], mayList ? [] : ['change the lists']].flat().join(' or ')}.
        </p>
      )}
      <div role="status">
        {told === undefined ? null : (
          <Note tone="safe" icon="check">
            <p>{told}</p>
          </Note>
        )}
      </div>
      <SiteLookUp lookUp={lookUp} />
      <Correction judged={judged} isOpen={open === 'correction'} onClose={close} onDone={done} />
      <Listing judged={judged} isOpen={open === 'listing'} onClose={close} onDone={done} />
    </div>
  );
}

function withheld(isAllowed: boolean, scope: string): { disabled?: true; title?: string } {
  return isAllowed ? {} : { disabled: true, title: `That needs a key with the scope ${scope}` };
}
