import type { BrokerAddress } from '../platformatic-options.js';
import { isCoordinatorLost } from '../protocol-errors.js';
import type { Cluster } from './cluster.js';
import type { CallableApi, Links } from './links.js';

/** The broker that coordinates a group or a transactional id: looked up when needed, and again after it moved. */
export class Coordinator {
  #address: Promise<BrokerAddress> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly type: 'group' | 'transaction',
    private readonly key: string,
  ) {}

  async call<Arguments extends unknown[], Response>(
    links: Links,
    api: CallableApi<Arguments, Response>,
    ...parameters: Arguments
  ): Promise<Response> {
    this.#address ??= this.cluster.coordinator(this.type, this.key);
    const address = this.#address;
    try {
      return await links.call(await address, api, ...parameters);
    } catch (error) {
      if (isCoordinatorLost(error) && this.#address === address) this.#address = undefined;
      throw error;
    }
  }
}
