import { TOPICS } from '@weir/contracts';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import type { Hindrance, Judgement } from '../judges/index.js';
import { Flow } from '../load/flow.js';
import { SteadyProducer } from '../load/steady-producer.js';
import { Submissions } from '../load/submissions.js';
import type { ModelDesk } from '../models/model-desk.js';
import type { ChaosOptions, Delivery } from '../options.js';
import { type Schedule, scheduleOf, strikesIn } from '../plan/schedule.js';
import { Fleet } from '../processes/fleet.js';
import type { Servers } from '../servers/servers.js';
import { commitsMore, committedBy, drained, endsOf, holdersOf, skipToEnd } from '../topics/topic-ends.js';
import { readEvidence } from './evidence.js';
import { judgeRound } from './judge-round.js';
import { Lanes } from './lanes.js';

const GROUP = 'weir-inference';
const KEYS = 60;
/** At the start; the schedule adds one or takes one away. */
const PROCESSES = 3;
/** A burst that shows no effect for so long is given up: a whole group may be in the middle of a rebalance. */
const BURST_PATIENCE_MS = 20_000;
const INPUT = TOPICS.urlsSubmitted.name;

export interface RoundSettings {
  readonly options: ChaosOptions;
  readonly servers: Servers;
  readonly desk: ModelDesk;
  readonly delivery: Delivery;
  /** Of this round. */
  readonly seed: number;
  /** Begins every id. */
  readonly prefix: string;
  /** For the logs of the processes. */
  readonly folder: string;
  readonly say: (what: string) => void;
}

/** One round: URLs under faults, then silence, then the judges. */
export class Round {
  readonly #kafka: Kafka;
  readonly #fleet: Fleet;
  readonly #producer: SteadyProducer;
  #hindrances: readonly Hindrance[] = [];
  readonly #schedule: Schedule;
  readonly #flow: Flow;

  constructor(private readonly settings: RoundSettings) {
    const { servers, delivery, options, seed, prefix, folder } = settings;
    this.#kafka = new Kafka({ brokers: servers.brokers, clientId: 'chaos', logLevel: logLevel.NOTHING });
    this.#fleet = new Fleet(
      { ...servers.relayed, WEIR_DELIVERY: delivery, WEIR_KAFKA_CLIENT: options.client },
      folder,
    );
    const { socketFactory } = servers.broker;
    this.#producer = new SteadyProducer(
      { brokers: servers.brokers, ...(socketFactory === undefined ? {} : { socketFactory }) },
      new Submissions({ seed, prefix, keys: KEYS }),
    );
    this.#schedule = scheduleOf(seed, options.seconds * 1_000);
    this.#flow = new Flow(options.urls, options.seconds, strikesIn(this.#schedule));
  }

  /** Rejects where the round could not be carried out; what is wrong with Weir is in the judgements. */
  async run(): Promise<Judgement[]> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      return await this.#run(admin);
    } finally {
      this.#fleet.killAll();
      await admin.disconnect();
    }
  }

  async #run(admin: Admin): Promise<Judgement[]> {
    const begin = {
      input: await skipToEnd(admin, GROUP, INPUT),
      verdicts: await endsOf(admin, TOPICS.urlsVerdicts.name),
      rejected: await endsOf(admin, TOPICS.urlsRejected.name),
    };
    await Promise.all(Array.from({ length: PROCESSES }, () => this.#fleet.start(true)));
    await this.#faults(admin);
    const drain = await this.#drain(admin);
    const { options, delivery, desk } = this.settings;
    const evidence = await readEvidence(this.#kafka, begin, options.stall * 1_000);
    const judgements = judgeRound(evidence, {
      delivery,
      acknowledged: this.#producer.acknowledged,
      moves: desk.moves,
      hindrances: this.#hindrances,
      graceMs: options.grace * 1_000,
    });
    return [drain, ...judgements, this.#processes()];
  }

  async #faults(admin: Admin): Promise<void> {
    const { options, say } = this.settings;
    const { stall, seconds } = options;
    const lanes = new Lanes({ ...this.settings, fleet: this.#fleet, burst: () => this.#burst(admin) });
    say('URLs flow');
    const stallMs = stall * 1_000;
    const before = await committedBy(admin, GROUP, INPUT);
    const faults = async () => {
      if (!(await commitsMore(admin, GROUP, INPUT, before, stallMs)))
        throw new Error(`${GROUP} commits nothing`);
      say('the first are classified: faults begin');
      await lanes.run(this.#schedule, seconds * 1_000);
      this.#hindrances = lanes.hindrances;
      this.#flow.open();
    };
    const published = async () => {
      await this.#producer.run(this.#flow, stallMs);
      say(`all URLs are published; of ${this.#producer.uncertain.size} more it is unsure`);
    };
    await Promise.all([published(), faults()]);
  }

  async #burst(admin: Admin): Promise<void> {
    const before = await committedBy(admin, GROUP, INPUT).catch(() => undefined);
    this.#flow.burst();
    await commitsMore(admin, GROUP, INPUT, before ?? 0n, BURST_PATIENCE_MS);
  }

  /** Whether all is committed; the processes are ended then, so that nothing comes behind what is read. */
  async #drain(admin: Admin): Promise<Judgement> {
    const { say, options, desk } = this.settings;
    await desk.settled();
    const since = performance.now();
    const behind = await drained(admin, GROUP, INPUT, options.stall * 1_000);
    if (behind.size > 0) await this.#lookCloser(admin);
    say('SIGTERM all');
    await this.#fleet.stopAll();
    return {
      what: 'partitions committed to their end',
      expected: 'all',
      found:
        behind.size === 0
          ? `${((performance.now() - since) / 1_000).toFixed(0)} s after the last fault`
          : 'not',
      faults: [...behind].map(
        ([partition, lag]) =>
          `partition ${partition}: ${lag} records left, no progress for ${options.stall} s`,
      ),
    };
  }

  /** What a partition that stands still can be found out by; gone once the processes are ended. */
  async #lookCloser(admin: Admin): Promise<void> {
    const holders = await holdersOf(admin, GROUP, INPUT).catch((error: Error) => [error.message]);
    for (const holder of holders) this.settings.say(holder);
    await this.#fleet.keepMetrics();
  }

  #processes(): Judgement {
    const { faults, terminated } = this.#fleet;
    return {
      what: 'processes ended as asked',
      expected: `${terminated} by SIGTERM, with 0`,
      found: faults.length === 0 ? 'so' : `${faults.length} otherwise`,
      faults,
    };
  }
}
