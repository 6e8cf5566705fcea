import type { Readable } from 'node:stream';
import type { WeirClient } from '@weir/client';
import type { Output } from './output/output.js';

/** What every command is given: where to ask, where to write, when to stop. */
export interface Invocation {
  readonly client: WeirClient;
  readonly gateway: string;
  /** Whether somebody named the gateway: then nothing else answers in its place. */
  readonly isGatewayNamed: boolean;
  readonly output: Output;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly environment: NodeJS.ProcessEnv;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}
