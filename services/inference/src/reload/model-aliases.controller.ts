import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ModelAliasChanged, TOPICS } from '@weir/contracts';
import {
  BatchEventPattern,
  CHALLENGER,
  CHAMPION,
  decodeEvents,
  type EventBatch,
  LOGGER,
  type Logger,
  type RejectedRecord,
} from '@weir/platform';
import { ChallengerFollower } from './challenger-follower.js';
import { Reloader } from './reloader.js';

/** A group of this process alone: every replica must hear of every change. */
const GROUP = `weir-inference-${randomUUID()}`;

/** `models.aliases`: a hint to look at the registry now. What the event says is not believed, only whom it names. */
@Controller()
export class ModelAliasesController {
  constructor(
    @Inject(Reloader) private readonly reloader: Reloader,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ChallengerFollower) private readonly challengers: ChallengerFollower,
  ) {}

  @BatchEventPattern(TOPICS.modelsAliases.name, { group: GROUP, from: 'earliest' })
  async onAliases(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, ModelAliasChanged);
    for (const each of rejected) this.#warn(each);
    const namesOf = (alias: string) =>
      new Set(events.filter(({ value }) => value.alias === alias).map(({ value }) => value.name));
    const [promoted, challenging] = [namesOf(CHAMPION), namesOf(CHALLENGER)];
    await Promise.all([...promoted].map((name) => this.reloader.follow(name, { retryRefused: true })));
    // After the champions: whoever became one challenges no more, and whoever was one may again. Not waited for.
    for (const name of new Set([...promoted, ...challenging])) {
      void this.challengers.follow(name, { retryRefused: challenging.has(name) });
    }
  }

  #warn({ record, reason }: RejectedRecord): void {
    // A compacted topic deletes a key with an empty record.
    if (record.value === null) return;
    const { topic, partition, offset } = record;
    const place = { topic, partition, offset: String(offset) };
    this.logger.warn({ ...place, code: 'WEIR_EVENT_INVALID', reason }, 'event ignored');
  }
}
