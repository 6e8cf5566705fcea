import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_TOPICS } from '@weir/contracts';
import { type Backends, createLogger, openBackends, readEnvironment } from '@weir/platform';

export interface TestBackends extends Backends {
  /** Closes them and deletes their folder. */
  dispose(): Promise<void>;
}

export const silentLogger = createLogger({ service: 'inference', level: 'silent' });

/** The embedded backends in a folder of their own. */
export async function openTestBackends(): Promise<TestBackends> {
  const home = await mkdtemp(join(tmpdir(), 'weir-inference-'));
  const backends = await openBackends(readEnvironment({ WEIR_HOME: home }), () => silentLogger);
  await backends.bus.ensureTopics(ALL_TOPICS);
  return {
    bus: backends.bus,
    documents: backends.documents,
    objects: backends.objects,
    cache: backends.cache,
    dispose: async () => {
      await backends.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
