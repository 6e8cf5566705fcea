import type { KeyCatalog, Logger } from '@weir/platform';
import type { HeldKey } from './held-key.js';

/** At most so often is a key's last use written down. */
const INTERVAL_MS = 60_000;

/** When keys were last used: noted on each request, written down once a minute, by nobody who is waiting. */
export class LastUses {
  readonly #noted = new Map<string, number>();
  readonly #written = new Map<string, number>();

  constructor(
    private readonly keys: Pick<KeyCatalog, 'touch'>,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  note(id: string, now: number): void {
    this.#noted.set(id, now);
  }

  /** Never rejects: a use that could not be written is written after the next. */
  async write(held: ReadonlyMap<string, HeldKey>): Promise<void> {
    for (const [id, usedAt] of this.#noted) {
      const writtenAt = Math.max(this.#written.get(id) ?? 0, held.get(id)?.lastUsedAt ?? 0);
      if (held.has(id) && usedAt - writtenAt < INTERVAL_MS) continue;
      this.#noted.delete(id);
      if (!held.has(id)) continue;
      try {
        this.#written.set(id, usedAt);
        await this.keys.touch(id, new Date(usedAt).toISOString());
      } catch (error) {
        this.#written.delete(id);
        this.logger.warn({ err: error, keyId: id }, "a key's last use could not be written down");
        return;
      }
    }
  }
}
