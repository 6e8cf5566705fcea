import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStateFolder } from '../../state-folder/index.js';
import { eventBusContract } from '../../testing/event-bus-contract.js';
import { EmbeddedEventBus } from './index.js';

eventBusContract('embedded', async () => {
  const path = mkdtempSync(join(tmpdir(), 'weir-bus-'));
  const folder = await openStateFolder(path);
  const bus = EmbeddedEventBus.open(folder);
  return {
    bus,
    another: async () => EmbeddedEventBus.open(folder),
    tearDown: async () => {
      await bus.close();
      await folder.close();
      rmSync(path, { recursive: true });
    },
  };
});
