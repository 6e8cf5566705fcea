import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { client, unwrap, usePages } from '../api/index.js';
import { Tiles } from '../charts/index.js';
import { count, Empty, Paged, PageTitle, Panel, Time } from '../components/index.js';
import { comparePath, modelPath, PATHS } from '../routing/paths.js';
import { F1 } from './f1.js';
import type { ModelSummary } from './model-types.js';
import { MODELS } from './use-models.js';

const EVERY_MS = 20_000;

export function ModelList(): ReactElement {
  const query = usePages({
    key: [MODELS],
    ask: (cursor, signal) => {
      const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
      return unwrap(client.GET('/v1/models', { params: { query }, signal }));
    },
    everyMs: EVERY_MS,
  });
  return (
    <>
      <PageTitle title="Models">
        A model for each schema. Its champion gives the verdicts; every version that was ever trained is kept.
      </PageTitle>
      <Paged query={query} label="Loading models">
        {(pages) => {
          const models = pages.flatMap((page) => page.models);
          return models.length === 0 ? (
            <NoModels />
          ) : (
            models.map((each) => <Model key={each.name} model={each} />)
          );
        }}
      </Paged>
    </>
  );
}

function NoModels(): ReactElement {
  return (
    <Empty title="There is no model yet">
      <p>
        <Link href={PATHS.data}>Upload a data set</Link>, then <Link href={PATHS.runs}>start a run</Link>.
      </p>
    </Empty>
  );
}

function Model({ model }: { readonly model: ModelSummary }): ReactElement {
  const { name, champion, newest } = model;
  const shown = champion ?? newest;
  const isBehind = champion !== null && newest.version !== champion.version;
  return (
    <Panel
      title={<Link href={modelPath(name)}>{name}</Link>}
      actions={
        isBehind ? (
          <Link className="button button-quiet" href={comparePath(name, champion.version, newest.version)}>
            Compare champion and newest
          </Link>
        ) : undefined
      }
    >
      <Tiles
        tiles={[
          {
            label: champion === null ? 'Newest version' : 'Champion',
            value: <Link href={modelPath(name, shown.version)}>Version {shown.version}</Link>,
            note: shown.algorithm,
          },
          { label: 'F1, held out by group', value: <F1 metrics={shown.metrics} /> },
          { label: 'Rows taught', value: count(shown.rows) },
          {
            label: 'Trained',
            value: <Time at={String(shown.createdAt)} />,
            note: isBehind ? `newest is version ${newest.version}` : undefined,
          },
        ]}
      />
    </Panel>
  );
}
