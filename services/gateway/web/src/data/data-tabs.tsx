import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { PageTitle } from '../components/index.js';
import { PATHS } from '../routing/paths.js';
import { DRIFT, REPORTS } from './data-paths.js';

const TABS = [
  [PATHS.data, 'Data sets'],
  [REPORTS, 'Reports'],
  [DRIFT, 'Drift'],
] as const;

/** The heading of the three, and the way from one to the other. */
export function DataHead({ title, lead }: { readonly title: string; readonly lead: string }): ReactElement {
  const [location] = useLocation();
  return (
    <>
      <PageTitle title={title}>{lead}</PageTitle>
      <nav aria-label="Data" className="tabs">
        <ul className="list-plain row">
          {TABS.map(([path, label]) => (
            <li key={path}>
              <Link href={path} aria-current={location === path ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
