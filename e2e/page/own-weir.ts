import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gateway } from '../src/gateway.js';
import { freePort, startProcess, until, type WeirProcess } from '../src/processes.js';

/** An embedded Weir that answers, with a state folder of its own. */
export interface OwnWeir {
  readonly url: string;
  output(): string;
  /** Ends it and deletes its state. */
  stop(): Promise<void>;
}

const MOST_PORTS = 5;

/** Starts one without a model trained, on a port that nobody else took meanwhile. */
export async function startOwnWeir(environment: Readonly<Record<string, string>> = {}): Promise<OwnWeir> {
  const home = await mkdtemp(join(tmpdir(), 'weir-page-'));
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const parameters = ['--port', String(port), '--no-open', '--no-train'];
    const weir = startProcess('standalone', parameters, { ...environment, WEIR_HOME: home });
    if (await answers(weir, url)) {
      const stop = async (): Promise<void> => {
        await weir.stop();
        await rm(home, { recursive: true, force: true });
      };
      return { url, output: weir.output, stop };
    }
    await weir.stop();
    // Between asking for a free port and listening there, any connection of this machine may take it.
    if (tries < MOST_PORTS && weir.output().includes('WEIR_PORT_IN_USE')) continue;
    await rm(home, { recursive: true, force: true });
    throw new Error(`Weir did not start; it said last: ${weir.output().slice(-2_000)}`);
  }
}

/** False where it ended, or was not ready in time. */
async function answers({ child }: WeirProcess, url: string): Promise<boolean> {
  const gateway = new Gateway(url);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  try {
    const found = await until('readiness', async () => {
      if (hasEnded()) return 'ended';
      return (await gateway.isReady()) && 'ready';
    });
    return found === 'ready';
  } catch {
    return false;
  }
}
