import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Link, Route, Switch } from 'wouter';
import { useSession } from '../api/session.js';
import { CheckView } from '../check/check-view.js';
import { Loading, PageTitle } from '../components/index.js';
import { PATHS } from './paths.js';
import { askToSignIn } from './sign-in-path.js';
import { ViewBoundary } from './view-boundary.js';

// Check is what most come for; each other view is loaded when somebody goes there.
const BatchView = lazy(() => import('../batch/batch-view.js'));
const LiveView = lazy(() => import('../live/live-view.js'));
const ModelsView = lazy(() => import('../models/models-view.js'));
const DataAndDriftView = lazy(() => import('../data/data-view.js'));
const RunsView = lazy(() => import('../runs/runs-view.js'));
const ListsView = lazy(() => import('../lists/lists-view.js'));
const AccessView = lazy(() => import('../access/access-view.js'));
const SignInView = lazy(() => import('../sign-in/sign-in-view.js'));

export function Views(): ReactElement {
  const isAnonymous = useSession().data?.kind === 'anonymous';
  // Before anything is typed that would be lost on the way.
  useEffect(() => {
    if (isAnonymous) askToSignIn();
  }, [isAnonymous]);
  return (
    <ViewBoundary>
      <Suspense fallback={<Loading lines={6} />}>
        <Switch>
          <Route path={PATHS.check} component={CheckView} />
          <Route path={PATHS.batch} component={BatchView} />
          <Route path={PATHS.live} component={LiveView} />
          <Route path={`${PATHS.models}/*?`} component={ModelsView} />
          <Route path={`${PATHS.data}/*?`} component={DataAndDriftView} />
          <Route path={`${PATHS.runs}/*?`} component={RunsView} />
          <Route path={PATHS.lists} component={ListsView} />
          <Route path={PATHS.access} component={AccessView} />
          <Route path={PATHS.signIn} component={SignInView} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ViewBoundary>
  );
}

function NotFound(): ReactElement {
  return (
    <PageTitle title="There is no such page">
      <p>
        <Link href={PATHS.check}>Check a URL</Link> instead.
      </p>
    </PageTitle>
  );
}
