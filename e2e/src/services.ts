import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Gateway } from './gateway.js';
import { freePort, startProcess, until, type WeirProcess } from './processes.js';

export const SERVICES = ['ingestion', 'validation', 'training', 'inference', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

const DATASETS = fileURLToPath(new URL('../../datasets', import.meta.url));

/** The five services as five processes on the servers that the environment names, with stores of their own. */
export class Services {
  readonly #running = new Map<ServiceName, WeirProcess>();

  private constructor(
    private readonly ports: Readonly<Record<ServiceName, number>>,
    private readonly shared: Readonly<Record<string, string>>,
  ) {}

  static async create(): Promise<Services> {
    const ports = { ingestion: 0, validation: 0, training: 0, inference: 0, gateway: 0 };
    for (const name of SERVICES) ports[name] = await freePort();
    const own = `weir-e2e-${randomBytes(4).toString('hex')}`;
    const documents = new URL(required('MONGODB_URI'));
    documents.pathname = `/${own}`;
    return new Services(ports, {
      WEIR_BUS: 'kafka',
      KAFKA_BROKERS: required('KAFKA_BROKERS'),
      WEIR_DOCUMENTS: 'mongodb',
      MONGODB_URI: documents.href,
      WEIR_OBJECTS: 's3',
      S3_BUCKET: own,
      WEIR_CACHE: 'redis',
      REDIS_URL: required('REDIS_URL'),
      WEIR_FILES: DATASETS,
      WEIR_INFERENCE_URL: `http://127.0.0.1:${ports.inference}`,
      WEIR_LOG_LEVEL: 'warn',
    });
  }

  get gateway(): Gateway {
    return new Gateway(`http://127.0.0.1:${this.ports.gateway}`);
  }

  async start(name: ServiceName): Promise<void> {
    const process = startProcess(name, [], { ...this.shared, WEIR_PORT: String(this.ports[name]) });
    this.#running.set(name, process);
    const ready = `http://127.0.0.1:${this.ports[name]}/health/ready`;
    await until(`${name} to be ready: ${process.output().slice(-500)}`, async () => (await fetch(ready)).ok);
  }

  async startAll(): Promise<void> {
    await Promise.all(SERVICES.map((name) => this.start(name)));
  }

  async stop(name: ServiceName, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const process = this.#running.get(name);
    this.#running.delete(name);
    return (await process?.stop(signal)) ?? null;
  }

  async stopAll(signal: NodeJS.Signals = 'SIGTERM'): Promise<(number | NodeJS.Signals | null)[]> {
    return Promise.all([...this.#running.keys()].map((name) => this.stop(name, signal)));
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm run test:stack`);
  return value;
}
