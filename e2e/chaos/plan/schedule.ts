import { SeededRandom } from './random.js';

export const SERVERS = ['kafka', 'mongodb', 'redis', 's3'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Milliseconds that a process is stopped: beyond the group's session time-out of 15 s, so that it wakes as a zombie. */
const FREEZE_MS = [17_000, 20_000] as const;
/** Between two faults, and of a server's absence, in milliseconds at the usual pace. */
const PAUSE_MS = [1_500, 4_500] as const;
const AWAY_MS = [2_000, 6_000] as const;
const REFUSED_FOR_MS = [2_000, 4_000] as const;
/** Rounds shorter than this have a quicker pace, down to two fifths. */
const USUAL_MS = 60_000;
const QUICKEST = 0.4;

export type Action =
  | { readonly kind: 'kill' | 'terminate' | 'start' | 'promote' | 'rollback' }
  | { readonly kind: 'freeze'; readonly forMs: number }
  | { readonly kind: 'refused-version'; readonly forMs: number; readonly fault: RefusedFault }
  | {
      readonly kind: 'server-away';
      readonly server: ServerName;
      readonly forMs: number;
      /** Connections are reset, or stay and say nothing. A broker is always stopped, or cut off where it cannot be. */
      readonly how: 'cut' | 'hang';
    };

/** What is wrong with a version that must be refused. */
export const REFUSED_FAULTS = ['corrupt', 'truncated', 'thresholds', 'other-scores'] as const;
export type RefusedFault = (typeof REFUSED_FAULTS)[number];

export interface Step {
  /** Milliseconds to wait after the step before it in the same lane. */
  readonly afterMs: number;
  readonly action: Action;
  /** From 0 up to 1: which of the processes or versions there are then. */
  readonly choice: number;
  /** Part of the first block: done also where the machine is so slow that the time is over. */
  readonly needed: boolean;
}

/** Whether it should find a process at work, amid its batches. */
export function strikes({ kind }: Action): boolean {
  return kind === 'kill' || kind === 'terminate' || kind === 'freeze';
}

export function strikesIn(schedule: Schedule): number {
  return [...schedule.processes, ...schedule.zombies].filter(({ action }) => strikes(action)).length;
}

/** Steps of a lane follow each other; the lanes go on side by side. */
export interface Schedule {
  readonly processes: readonly Step[];
  readonly zombies: readonly Step[];
  readonly servers: readonly Step[];
  readonly models: readonly Step[];
}

/**
 * A round's faults: in each lane as many as fit into `durationMs`, and each kind at least once, however short the round
 * is. The same seed and duration give the same schedule.
 */
export function scheduleOf(seed: number, durationMs: number): Schedule {
  const random = new SeededRandom(seed);
  const pace: Pace = { random, durationMs, factor: Math.min(1, Math.max(QUICKEST, durationMs / USUAL_MS)) };
  return {
    processes: lane(pace, () => random.shuffled(processBlocks()).flat()),
    zombies: lane(pace, () => [{ kind: 'freeze', forMs: random.between(...FREEZE_MS) }]),
    servers: lane(pace, () => random.shuffled(SERVERS).map((server) => away(pace, server))),
    models: lane(pace, () => modelBlock(pace)),
  };
}

interface Pace {
  readonly random: SeededRandom;
  readonly durationMs: number;
  readonly factor: number;
}

function lasting({ random, factor }: Pace, [least, most]: readonly [number, number]): number {
  return Math.round(random.between(least, most) * factor);
}

/** Each block leaves as many processes as it found. */
function processBlocks(): Action[][] {
  return [
    [{ kind: 'kill' }, { kind: 'start' }],
    [{ kind: 'terminate' }, { kind: 'start' }],
    [{ kind: 'start' }, { kind: 'kill' }],
  ];
}

function away(pace: Pace, server: ServerName): Action {
  return {
    kind: 'server-away',
    server,
    forMs: lasting(pace, AWAY_MS),
    how: pace.random.pick(['cut', 'hang'] as const),
  };
}

/** A promotion first, so that there is something to go back from. */
function modelBlock(pace: Pace): Action[] {
  const { random } = pace;
  const refused: Action = {
    kind: 'refused-version',
    forMs: lasting(pace, REFUSED_FOR_MS),
    fault: random.pick(REFUSED_FAULTS),
  };
  return [
    { kind: 'promote' },
    ...random.shuffled<Action>([{ kind: 'promote' }, { kind: 'rollback' }, refused]),
  ];
}

/** Blocks of actions until the time is filled; the first block is always whole. */
function lane(pace: Pace, block: () => readonly Action[]): Step[] {
  const steps: Step[] = [];
  let filled = 0;
  for (let first = true; ; first = false) {
    for (const action of block()) {
      const afterMs = lasting(pace, PAUSE_MS);
      const lasts = afterMs + ('forMs' in action ? action.forMs : 0);
      if (!first && filled + lasts > pace.durationMs) return steps;
      filled += lasts;
      steps.push({ afterMs, action, choice: pace.random.next(), needed: first });
    }
  }
}
