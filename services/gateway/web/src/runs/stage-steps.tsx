import type { Run } from '@weir/client';
import type { ReactElement } from 'react';
import { Icon, type IconName, shownMessage } from '../components/index.js';
import {
  isOver,
  lasted,
  STAGE_WORDS,
  type Stage,
  type StageProgress,
  shareDone,
  stagesOf,
} from './run-times.js';

/** A run's stages one after the other, each with how far it is. */
export function StageSteps({ run }: { readonly run: Run }): ReactElement {
  return (
    <ol className="list-plain steps">
      {stagesOf(run).map((stage) => (
        <Step key={stage} stage={stage} progress={run.stages[stage]} isOver={isOver(run)} />
      ))}
    </ol>
  );
}

const LOOKS: Readonly<Record<string, readonly [tone: string, icon: IconName, word: string]>> = {
  running: ['accent', 'play', 'running'],
  succeeded: ['safe', 'check', 'done'],
  failed: ['malicious', 'close', 'failed'],
};
const NOT_YET = ['neutral', 'clock', 'waits'] as const;
const NEVER = ['neutral', 'close', 'not reached'] as const;

function Step({
  stage,
  progress,
  isOver: isRunOver,
}: {
  readonly stage: Stage;
  readonly progress: StageProgress | undefined;
  readonly isOver: boolean;
}): ReactElement {
  const [tone, icon, word] = LOOKS[progress?.state ?? ''] ?? (isRunOver ? NEVER : NOT_YET);
  const isRunning = progress?.state === 'running';
  return (
    <li className={`step tone-${tone}`} aria-current={isRunning ? 'step' : undefined}>
      <span className="step-mark">
        <Icon name={icon} size={18} />
      </span>
      <div className="stack-small step-text">
        <p className="row row-spread">
          <strong>
            {STAGE_WORDS[stage]} <span className="quiet">{word}</span>
          </strong>
          <span className="quiet figures">
            {progress === undefined ? '' : lasted(progress.startedAt, progress.at)}
          </span>
        </p>
        {progress === undefined ? null : <Progress stage={stage} progress={progress} />}
      </div>
    </li>
  );
}

function Progress({
  stage,
  progress,
}: {
  readonly stage: Stage;
  readonly progress: StageProgress;
}): ReactElement {
  const { state, done, total, message } = progress;
  const share = shareDone(progress);
  return (
    <>
      {state === 'running' ? (
        <progress
          aria-label={`${STAGE_WORDS[stage]}: ${total > 0 ? `${done} of ${total}` : 'running'}`}
          {...(share === null ? {} : { value: share })}
        />
      ) : null}
      {/* Why it failed stands below, with what to do. */}
      {message === '' || state === 'failed' ? null : <p className="step-message">{shownMessage(message)}</p>}
    </>
  );
}
