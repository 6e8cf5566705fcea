import { startTcpProxy, type TcpProxy, tcpTargetOf } from '@weir/platform/testing';
import type { ServerName } from '../plan/schedule.js';
import { type Broker, openBroker } from './broker.js';

const NEEDED = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'S3_ENDPOINT'] as const;

type Variables = Readonly<Record<string, string>>;

/** The four servers of the environment, each behind something that can take it away from the services. */
export class Servers {
  private constructor(
    readonly broker: Broker,
    private readonly relays: Readonly<Record<Exclude<ServerName, 'kafka'>, TcpProxy>>,
    /** The servers themselves, for whoever judges. */
    readonly direct: Variables,
    /** The servers as the services see them. */
    readonly relayed: Variables,
  ) {}

  /** With a database and a bucket of the name `own`. Throws where the environment does not name the servers. */
  static async open(own: string): Promise<Servers> {
    const missing = NEEDED.filter((name) => !process.env[name]);
    if (missing.length > 0) throw new Error(`${missing.join(', ')} must be set: the servers to run on`);
    const direct = directVariables(own);
    const relays = {
      mongodb: await startTcpProxy(tcpTargetOf(direct.MONGODB_URI, 27_017)),
      redis: await startTcpProxy(tcpTargetOf(direct.REDIS_URL, 6_379)),
      s3: await startTcpProxy(tcpTargetOf(direct.S3_ENDPOINT, 443)),
    };
    const broker = await openBroker(direct.KAFKA_BROKERS);
    const relayed = {
      ...direct,
      MONGODB_URI: through(relays.mongodb, direct.MONGODB_URI),
      REDIS_URL: through(relays.redis, direct.REDIS_URL),
      S3_ENDPOINT: through(relays.s3, direct.S3_ENDPOINT),
      ...broker.environment,
    };
    return new Servers(broker, relays, direct, relayed);
  }

  get brokers(): string[] {
    return (this.direct.KAFKA_BROKERS ?? '').split(',');
  }

  async leave(server: ServerName, how: 'cut' | 'hang'): Promise<void> {
    if (server === 'kafka') await this.broker.stop();
    else if (how === 'cut') await this.relays[server].cut();
    else this.relays[server].freeze();
  }

  async comeBack(server: ServerName): Promise<void> {
    await (server === 'kafka' ? this.broker.start() : this.relays[server].restore());
  }

  async close(): Promise<void> {
    await Promise.all([this.broker, ...Object.values(this.relays)].map((each) => each.close()));
  }
}

function directVariables(own: string) {
  const documents = new URL(process.env.MONGODB_URI ?? '');
  documents.pathname = `/${own}`;
  const s3 = Object.entries(process.env).filter(([name]) => name.startsWith('S3_')) as [string, string][];
  return {
    ...Object.fromEntries(s3),
    WEIR_BUS: 'kafka',
    KAFKA_BROKERS: process.env.KAFKA_BROKERS ?? '',
    WEIR_DOCUMENTS: 'mongodb',
    MONGODB_URI: documents.href,
    WEIR_OBJECTS: 's3',
    S3_ENDPOINT: process.env.S3_ENDPOINT ?? '',
    S3_BUCKET: own,
    WEIR_CACHE: 'redis',
    REDIS_URL: process.env.REDIS_URL ?? '',
  };
}

function through(relay: TcpProxy, address: string): string {
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(relay.port);
  return url.href.replace(/\/$/, address.endsWith('/') ? '/' : '');
}
