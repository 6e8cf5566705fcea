import type { ReactElement } from 'react';
import { Route, Switch, useParams } from 'wouter';
import { NeedsScope } from '../components/index.js';
import { PATHS } from '../routing/paths.js';
import { ComparePage } from './compare-page.js';
import { ModelList } from './model-list.js';
import { ModelPage } from './model-page.js';
import { VersionPage } from './version-page.js';
import './models.css';

export default function ModelsView(): ReactElement {
  return (
    <NeedsScope scope="read" toDo="to read the registry of models">
      <Switch>
        <Route path={PATHS.models} component={ModelList} />
        <Route path={`${PATHS.models}/:name/compare`} component={Compare} />
        <Route path={`${PATHS.models}/:name/:version`} component={OneVersion} />
        <Route path={`${PATHS.models}/:name`} component={OneModel} />
      </Switch>
    </NeedsScope>
  );
}

function Compare(): ReactElement {
  const { name = '' } = useParams<{ name: string }>();
  return <ComparePage key={name} name={name} />;
}

function OneModel(): ReactElement {
  const { name = '' } = useParams<{ name: string }>();
  return <ModelPage key={name} name={name} />;
}

function OneVersion(): ReactElement {
  const { name = '', version = '' } = useParams<{ name: string; version: string }>();
  return <VersionPage key={`${name} ${version}`} name={name} version={version} />;
}
