import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { StreamedEnrichment } from '@weir/contracts';
import {
  CONFIG,
  Environment,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  isWeirError,
  LOGGER,
  type Logger,
  withHeartbeat,
} from '@weir/platform';
import { UrlEnrichment } from '../url-enrichment.js';
import { encodeEnrichment } from './enrichment-encoding.js';
import { inPlaces, unlessAborted } from './in-places.js';
import { streamPlaces } from './stream-places.js';
import { type WantedVerdict, wantedVerdicts } from './wanted-verdicts.js';

/** Until a place is asked for again that those who ask and wait had taken. */
const NO_PLACE_MS = 250;

/** `urls.verdicts` → `urls.enrichments`, each as soon as its URL was visited. */
@Injectable()
export class StreamEnricher {
  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(UrlEnrichment) private readonly enrichment: UrlEnrichment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Resolves once all of the batch that was asked for is published. Rejects as `EventBus.publish` does, and when the
   * partition is taken away, without waiting for visits: the batch is handed over again, what was found is cached.
   */
  async enrich(batch: EventBatch): Promise<void> {
    const { topic, partition, signal, records } = batch;
    const { wanted, unreadable } = wantedVerdicts(records, this.environment.enrichStream);
    if (unreadable > 0) this.logger.warn({ topic, partition, unreadable }, 'records that are no verdicts');
    if (wanted.length === 0) return;
    const { visits } = streamPlaces(this.environment.enrichConcurrency);
    await withHeartbeat(batch, () =>
      unlessAborted(
        inPlaces(wanted, visits, (each) => this.#one(each, signal)),
        signal,
      ),
    );
  }

  async #one(verdict: WantedVerdict, signal: AbortSignal): Promise<void> {
    const enrichment = await this.#patiently(verdict.url, signal);
    signal.throwIfAborted();
    await this.bus.publish([encodeEnrichment(verdict, enrichment, new Date())]);
  }

  async #patiently(url: string, signal: AbortSignal): Promise<StreamedEnrichment> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await this.enrichment.enrichStreamed(url);
      } catch (error) {
        if (!isWeirError(error) || error.code !== 'WEIR_ENRICHMENT_UNAVAILABLE') throw error;
        await sleep(NO_PLACE_MS, undefined, { signal });
      }
    }
  }
}
