import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_TOPICS } from '@weir/contracts';
import { type Backends, openBackends } from '../backends/index.js';
import { readEnvironment } from '../configuration/index.js';
import { createLogger } from '../logging/index.js';
import { ObservedBus } from './observed-bus.js';

/** The embedded backends on a folder of their own. */
export interface TemporaryBackends extends Backends {
  readonly bus: ObservedBus;
  readonly folder: string;
  /** Closes them and removes the folder. */
  dispose(): Promise<void>;
}

/** Real embedded backends, with every topic made, in a new temporary folder. */
export async function temporaryBackends(): Promise<TemporaryBackends> {
  const folder = await mkdtemp(join(tmpdir(), 'weir-backends-'));
  const logger = createLogger({ service: 'test', level: 'silent' });
  const { close, bus, ...others } = await openBackends(readEnvironment({ WEIR_HOME: folder }), () => logger);
  await bus.ensureTopics(ALL_TOPICS);
  return {
    ...others,
    bus: new ObservedBus(bus),
    folder,
    dispose: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
