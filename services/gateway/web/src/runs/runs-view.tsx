import type { ReactElement } from 'react';
import { Route, Switch, useParams } from 'wouter';
import { PATHS } from '../routing/paths.js';
import { RunList } from './run-list.js';
import { RunPage } from './run-page.js';
import './runs.css';

export default function RunsView(): ReactElement {
  return (
    <Switch>
      <Route path={PATHS.runs} component={RunList} />
      <Route path={`${PATHS.runs}/:id`} component={OneRun} />
    </Switch>
  );
}

function OneRun(): ReactElement {
  const { id = '' } = useParams<{ id: string }>();
  return <RunPage key={id} id={id} />;
}
