import type { ReactElement } from 'react';
import { Redirect, Route, Switch, useParams } from 'wouter';
import { NeedsScope } from '../components/index.js';
import { PATHS } from '../routing/paths.js';
import { DriftPage } from './drift-page.js';
import { ReportList } from './report-list.js';
import { ReportPage } from './report-page.js';
import { SnapshotList } from './snapshot-list.js';
import { SnapshotPage } from './snapshot-page.js';
import './data.css';

export default function Data(): ReactElement {
  return (
    <NeedsScope scope="read" toDo="to read data sets and reports">
      <Switch>
        <Route path={PATHS.data} component={SnapshotList} />
        <Route path={`${PATHS.data}/reports`} component={ReportList} />
        <Route path={`${PATHS.data}/drift`} component={DriftPage} />
        <Route path={`${PATHS.data}/reports/:id`} component={OneReport} />
        <Route path={`${PATHS.data}/snapshots/:id`} component={OneSnapshot} />
        <Route>
          <Redirect to={PATHS.data} replace />
        </Route>
      </Switch>
    </NeedsScope>
  );
}

function OneReport(): ReactElement {
  const { id = '' } = useParams<{ id: string }>();
  return <ReportPage key={id} id={id} />;
}

function OneSnapshot(): ReactElement {
  const { id = '' } = useParams<{ id: string }>();
  return <SnapshotPage key={id} id={id} />;
}
