import { styleText } from 'node:util';
import { printable } from './printable.js';

export type Tone = 'good' | 'bad' | 'doubt' | 'dim' | 'strong';

const FORMATS = {
  good: 'green',
  bad: 'red',
  doubt: 'yellow',
  dim: 'dim',
  strong: 'bold',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Colours a text that has passed `printable`; without colours, gives it as it is. */
export type Paint = (tone: Tone, text: string) => string;

export interface ColourWishes {
  /** `--no-color`. */
  readonly refused: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly isTerminal: boolean;
}

/** Colours on a terminal only; `--no-color` and NO_COLOR (no-color.org) refuse them, FORCE_COLOR asks for them. */
export function painter({ refused, environment, isTerminal }: ColourWishes): Paint {
  const plain: Paint = (_, text) => text;
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: terminal } = environment;
  if (refused || no !== '') return plain;
  if (force === '0' || force === 'false') return plain;
  if (force === undefined && (!isTerminal || terminal === 'dumb')) return plain;
  return (tone, text) => styleText(FORMATS[tone], text, { validateStream: false });
}

/** `malicious` in red, and so on: the word always stands beside the colour. */
export function verdictWord(paint: Paint, verdict: string): string {
  const tones: Readonly<Record<string, Tone>> = { malicious: 'bad', suspicious: 'doubt', safe: 'good' };
  const text = printable(verdict);
  return paint(tones[verdict] ?? 'strong', text);
}
