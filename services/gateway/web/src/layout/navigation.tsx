import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../api/session.js';
import { Icon } from '../components/icon.js';
import { DESTINATIONS, type Destination, IN_THE_BAR, isAt } from './destinations.js';

/** The views as tabs in the header; on a phone a bar at the bottom. */
export function Navigation(): ReactElement {
  const [location] = useLocation();
  const destinations = useDestinations();
  return (
    <nav className="navigation" aria-label="Views">
      <ul className="list-plain">
        {destinations.map((destination, index) => (
          <li key={destination.path} className={index < IN_THE_BAR ? '' : 'not-in-the-bar'}>
            <Entry destination={destination} isCurrent={isAt(location, destination.path)} />
          </li>
        ))}
        <li className="only-in-the-bar">
          <More location={location} others={destinations.slice(IN_THE_BAR)} />
        </li>
      </ul>
    </nav>
  );
}

/** Those that are of use to the reader; nobody yet has a scope of whom nothing is known. */
function useDestinations(): readonly Destination[] {
  const scopes = useSession().data?.scopes ?? [];
  return DESTINATIONS.filter(({ scope }) => scope === undefined || scopes.includes(scope));
}

interface EntryProps {
  readonly destination: Destination;
  readonly isCurrent: boolean;
}

function Entry({ destination: { path, label, icon }, isCurrent }: EntryProps): ReactElement {
  return (
    <Link href={path} className="navigation-entry" {...(isCurrent ? { 'aria-current': 'page' } : {})}>
      <Icon name={icon} />
      <span>{label}</span>
    </Link>
  );
}

/** What has no room in the bar of a phone. */
function More({
  location,
  others,
}: {
  readonly location: string;
  readonly others: readonly Destination[];
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useClosing(isOpen, place, () => setOpen(false));
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the menu
  useEffect(() => setOpen(false), [location]);
  return (
    <div ref={place}>
      <button
        type="button"
        className="navigation-entry"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="menu" />
        <span>More</span>
      </button>
      {isOpen ? (
        <ul className="list-plain navigation-more">
          {others.map((destination) => (
            <li key={destination.path}>
              <Entry destination={destination} isCurrent={isAt(location, destination.path)} />
            </li>
          ))}
          <li>
            <a href="/docs" className="navigation-entry">
              <Icon name="info" />
              <span>API</span>
            </a>
          </li>
        </ul>
      ) : null}
    </div>
  );
}

/** Escape, and a touch elsewhere, close what is open. */
function useClosing(isOpen: boolean, place: React.RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    const onPointer = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && place.current?.contains(event.target) === true)) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [isOpen, place, close]);
}
