import type { ReactElement } from 'react';
import { Note, QueryState } from '../components/index.js';
import { F1 } from './f1.js';
import { figure } from './figures.js';
import type { VersionSummary } from './model-types.js';
import { useVersion } from './use-models.js';
import { worseFigures } from './worse-figures.js';

export type Promoted = Pick<VersionSummary, 'version' | 'algorithm' | 'metrics'>;

export interface PromotedFiguresProps {
  readonly name: string;
  readonly version: Promoted;
  /** As the page last saw it. */
  readonly champion: Promoted | null;
  /** The champion now; none where there is no champion. */
  readonly replaced: number | undefined;
}

/** The figures of a version beside those of the one that it takes the place of. */
export function PromotedFigures(props: PromotedFiguresProps): ReactElement {
  const { name, version, champion, replaced } = props;
  if (replaced === undefined) return <Sides version={version} champion={null} />;
  if (champion?.version === replaced) return <Sides version={version} champion={champion} />;
  return <OtherChampion name={name} version={version} replaced={replaced} />;
}

/** The champion is another one than the page last saw. */
function OtherChampion({
  name,
  version,
  replaced,
}: {
  readonly name: string;
  readonly version: Promoted;
  readonly replaced: number;
}): ReactElement {
  return (
    <QueryState query={useVersion(name, String(replaced))} label="Loading the champion’s figures">
      {(champion) => <Sides version={version} champion={champion} />}
    </QueryState>
  );
}

interface SidesProps {
  readonly version: Promoted;
  readonly champion: Promoted | null;
}

function Sides({ version, champion }: SidesProps): ReactElement {
  return (
    <>
      <dl className="facts">
        <Side side={version} />
        {champion === null ? null : <Side side={champion} />}
      </dl>
      {champion === null ? null : <Worse version={version} champion={champion} />}
    </>
  );
}

function Side({ side: { version, algorithm, metrics } }: { readonly side: Promoted }): ReactElement {
  return (
    <div>
      <dt>
        Version {version}, {algorithm}
      </dt>
      <dd>
        F1 <F1 metrics={metrics} />
      </dd>
    </div>
  );
}

/** Said before the button: nobody should make verdicts worse without knowing it. */
function Worse({
  version,
  champion,
}: {
  readonly version: Promoted;
  readonly champion: Promoted;
}): ReactElement | null {
  const worse = worseFigures(version.metrics, champion.metrics);
  if (worse.length === 0) return null;
  return (
    <Note tone="suspicious" icon="warning">
      <p className="notice-title">
        Version {version.version} is worse than version {champion.version}
      </p>
      <ul>
        {worse.map(({ name, value, before, isWithinNoise }) => (
          <li key={name}>
            {name}: {figure(value)} instead of {figure(before)}
            {isWithinNoise ? ', a difference within noise' : ''}
          </li>
        ))}
      </ul>
    </Note>
  );
}
