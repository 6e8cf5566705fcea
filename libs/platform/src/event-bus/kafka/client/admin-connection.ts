import type { Admin } from 'kafkajs';
import type { KafkaBusOptions } from '../../brokers/kafka-options.js';
import { CLIENT_RETRY, kafkaClient } from './kafka-client.js';

const CHECK_TIMEOUT_MS = 5_000;

/**
 * An admin client that connects when it is first used and is thrown away after a failure: kafkajs keeps asking for
 * every topic an admin ever named, so one that was deleted makes each later call fail.
 */
export class AdminConnection {
  #admin: Promise<Admin> | undefined;
  #closed = false;

  constructor(private readonly options: KafkaBusOptions) {}

  async run<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the bus is closed');
    this.#admin ??= this.#connect();
    const admin = this.#admin;
    try {
      return await work(await admin);
    } catch (error) {
      if (this.#admin === admin) this.#admin = undefined;
      void admin.then((client) => client.disconnect()).catch(() => {});
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const admin = this.#admin;
    this.#admin = undefined;
    await admin?.then((client) => client.disconnect()).catch(() => {});
  }

  async #connect(): Promise<Admin> {
    const admin = kafkaClient(this.options).admin({ retry: CLIENT_RETRY });
    await admin.connect();
    return admin;
  }
}

/** One connection and one metadata request, no second attempt. Rejects with what went wrong, within 5 s. */
export async function checkBrokers(options: KafkaBusOptions): Promise<void> {
  const admin = kafkaClient(options, { ...CLIENT_RETRY, retries: 0 }).admin();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([admin.connect().then(() => admin.describeCluster()), timeout]);
  } finally {
    clearTimeout(timer);
    void admin.disconnect().catch(() => {});
  }
}
