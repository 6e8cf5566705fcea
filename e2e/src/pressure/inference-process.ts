import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { freePort, startProcess, until, type WeirProcess } from '../processes.js';

const SERVERS = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'S3_ENDPOINT'];

/** One inference service as a process of its own, with the starter model, on stores of its own. */
export class InferenceProcess {
  private constructor(
    private readonly process: WeirProcess,
    private readonly port: number,
  ) {}

  static async start(): Promise<InferenceProcess> {
    const stores = storesOfItsOwn();
    const training = await launch('training', stores);
    const { process, port } = await launch('inference', stores);
    const inference = new InferenceProcess(process, port);
    await until('the starter model', () => inference.hasModel());
    // The starter model is in the registry: nothing more is asked of training.
    await training.process.stop();
    return inference;
  }

  /** Largest resident memory since the start, in MiB (Linux). */
  get highestMemory(): number {
    const status = readFileSync(`/proc/${this.process.child.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
  }

  /** The values of a metric's series that have these labels. */
  async metric(name: string, labels: Readonly<Record<string, string>>): Promise<number[]> {
    const response = await fetch(`http://127.0.0.1:${this.port}/metrics`);
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return (await response.text())
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) && wanted.every((each) => line.includes(each)))
      .map((line) => Number(line.split(' ').at(-1)));
  }

  /** Records of urls.submitted not yet answered, all partitions together, as `/metrics` tells it. */
  async lag(): Promise<number> {
    const lags = await this.metric('weir_consumer_lag', { topic: 'urls.submitted', group: 'weir-inference' });
    if (lags.length === 0) throw new Error('no lag is told');
    return lags.reduce((sum, lag) => sum + lag, 0);
  }

  stop(): Promise<number | NodeJS.Signals | null> {
    return this.process.stop('SIGKILL');
  }

  private async hasModel(): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${this.port}/internal/models`);
    return ((await response.json()) as { models: unknown[] }).models.length > 0;
  }
}

async function launch(
  service: string,
  stores: Readonly<Record<string, string>>,
): Promise<{ process: WeirProcess; port: number }> {
  const port = await freePort();
  const process = startProcess(service, [], { ...stores, WEIR_PORT: String(port) });
  const ready = `http://127.0.0.1:${port}/health/ready`;
  await until(`${service} to be ready`, async () => (await fetch(ready)).ok);
  return { process, port };
}

function storesOfItsOwn(): Record<string, string> {
  const absent = SERVERS.filter((name) => (process.env[name] ?? '') === '');
  if (absent.length > 0) throw new Error(`${absent.join(', ')} must be set: run npm run test:stack`);
  const own = `weir-pressure-${randomBytes(4).toString('hex')}`;
  const documents = new URL(process.env.MONGODB_URI ?? '');
  documents.pathname = `/${own}`;
  return {
    WEIR_BUS: 'kafka',
    WEIR_DOCUMENTS: 'mongodb',
    MONGODB_URI: documents.href,
    WEIR_OBJECTS: 's3',
    S3_BUCKET: own,
    WEIR_CACHE: 'redis',
    WEIR_LOG_LEVEL: 'error',
  };
}
