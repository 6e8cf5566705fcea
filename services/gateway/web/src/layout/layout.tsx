import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { PATHS } from '../routing/paths.js';
import { Navigation } from './navigation.js';
import { ThemeToggle } from './theme-toggle.js';
import { WhoAmI } from './who-am-i.js';

export function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="header">
        <div className="header-inner">
          <Link href={PATHS.check} className="brand">
            <img src="/assets/favicon.svg" alt="" width="28" height="28" />
            Weir
          </Link>
          <Navigation />
          <div className="header-end">
            <a className="button button-quiet header-docs" href="/docs">
              API
            </a>
            <WhoAmI />
            <ThemeToggle />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
