import { FindCoordinatorKeyTypes, findCoordinatorV4, metadataV12 } from '@platformatic/kafka';
import type { BrokerAddress, PlatformaticBusOptions } from '../platformatic-options.js';
import { answerOf, BrokerError, errorName, isAnswer } from '../protocol-errors.js';
import { type CallableApi, Links } from './links.js';

const DEFAULT_PORT = 9092;
const NO_LEADER = -1;

/** `host:port`, an IPv6 address in brackets. */
export function brokerAddress(text: string): BrokerAddress {
  const [, inBrackets, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { host: inBrackets ?? plain ?? text, port: Number(port ?? DEFAULT_PORT) };
}

/** A topic as the brokers last told of it: the leader of each partition, -1 where there is none now. */
export interface TopicView {
  readonly leaders: readonly number[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is known of the brokers, the topics and their leaders; one view for all that a bus does. */
export class Cluster {
  readonly #links: Links;
  readonly #bootstrap: readonly BrokerAddress[];
  readonly #brokers = new Map<number, BrokerAddress>();
  readonly #topics = new Map<string, TopicView>();
  readonly #refreshing = new Map<string, Promise<void>>();
  #controller = NO_LEADER;

  constructor(options: PlatformaticBusOptions) {
    this.#links = new Links(options);
    this.#bootstrap = options.brokers.map(brokerAddress);
  }

  topic(name: string): TopicView | undefined {
    return this.#topics.get(name);
  }

  forget(name: string): void {
    this.#topics.delete(name);
  }

  /** `undefined` where the partition has no leader that is known. */
  leader(topic: string, partition: number): BrokerAddress | undefined {
    return this.#brokers.get(this.#topics.get(topic)?.leaders[partition] ?? NO_LEADER);
  }

  get controller(): BrokerAddress | undefined {
    return this.#brokers.get(this.#controller);
  }

  /** Asks for topics again. One that does not exist is unknown afterwards, which is no failure. */
  refresh(topics: readonly string[]): Promise<void> {
    const key = [...topics].sort().join(' ');
    const running = this.#refreshing.get(key);
    if (running !== undefined) return running;
    const refresh = this.#refresh(topics).finally(() => this.#refreshing.delete(key));
    this.#refreshing.set(key, refresh);
    return refresh;
  }

  async topicNames(): Promise<string[]> {
    const { topics } = await this.#metadata(null);
    return topics.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  }

  /** Who coordinates a consumer group, or the transactions of a transactional id. */
  async coordinator(type: 'group' | 'transaction', key: string): Promise<BrokerAddress> {
    const keyType = type === 'group' ? FindCoordinatorKeyTypes.GROUP : FindCoordinatorKeyTypes.TRANSACTION;
    const { coordinators } = await this.any(findCoordinatorV4.api, keyType, [key]);
    const found = coordinators.find((coordinator) => coordinator.key === key);
    if (found === undefined || found.errorCode !== 0)
      throw new BrokerError(errorName(found?.errorCode ?? 15), `the coordinator of ${key}`);
    return { host: found.host, port: found.port };
  }

  /** Asks one broker after the other until one can be reached. */
  async any<Arguments extends unknown[], Response>(
    api: CallableApi<Arguments, Response>,
    ...parameters: Arguments
  ): Promise<Response> {
    let failure: unknown = new Error('no broker is named');
    for (const broker of [...this.#brokers.values(), ...this.#bootstrap]) {
      try {
        return await this.#links.call(broker, api, ...parameters);
      } catch (error) {
        if (isAnswer(error)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  call<Arguments extends unknown[], Response>(
    broker: BrokerAddress,
    api: CallableApi<Arguments, Response>,
    ...parameters: Arguments
  ): Promise<Response> {
    return this.#links.call(broker, api, ...parameters);
  }

  close(): void {
    this.#links.close();
  }

  async #refresh(topics: readonly string[]): Promise<void> {
    const { topics: found } = await this.#metadata([...topics]);
    const at = Date.now();
    for (const { name, errorCode, partitions } of found) {
      if (typeof name !== 'string') continue;
      if (errorCode !== 0 || partitions.length === 0) {
        this.#topics.delete(name);
        continue;
      }
      const leaders = new Array<number>(partitions.length).fill(NO_LEADER);
      for (const { partitionIndex, leaderId } of partitions) leaders[partitionIndex] = leaderId;
      this.#topics.set(name, { leaders, at });
    }
  }

  async #metadata(topics: string[] | null): Promise<metadataV12.MetadataResponse> {
    const answer = await this.any(metadataV12.api, topics, false, false).catch((error: unknown) => {
      const partial = answerOf<metadataV12.MetadataResponse>(error);
      if (partial === undefined) throw error;
      return partial;
    });
    if (answer.brokers.length > 0) {
      this.#brokers.clear();
      for (const { nodeId, host, port } of answer.brokers) this.#brokers.set(nodeId, { host, port });
    }
    this.#controller = answer.controllerId;
    return answer;
  }
}
