import { WeirError } from '@weir/platform';

interface Problem {
  readonly detail?: string;
}

export interface RunView {
  readonly id: string;
  readonly schema: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed';
  readonly stages: Readonly<
    Record<
      string,
      | { readonly state: string; readonly message: string; readonly done: number; readonly total: number }
      | undefined
    >
  >;
  readonly snapshotId?: string;
  readonly version?: number;
  readonly alias?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What the start-up needs of Weir's own gateway, over its public HTTP routes. */
export class GatewayClient {
  constructor(private readonly url: string) {}

  async verdict(
    url: string,
  ): Promise<{ verdict: string; probability: number; model: { name: string; version: number } } | null> {
    const response = await this.#ask('POST', '/v1/verdicts', { url });
    return response.ok
      ? ((await response.json()) as {
          verdict: string;
          probability: number;
          model: { name: string; version: number };
        })
      : null;
  }

  async startRun(body: object): Promise<string> {
    const response = await this.#ask('POST', '/v1/runs', body);
    if (!response.ok) {
      const problem = (await response.json()) as Problem;
      throw new WeirError(
        'WEIR_TRAINING_FAILED',
        problem.detail ?? `the gateway answered ${response.status}`,
      );
    }
    const run = (await response.json()) as { id: string };
    return run.id;
  }

  async run(id: string): Promise<RunView> {
    const response = await this.#ask('GET', `/v1/runs/${id}`);
    return (await response.json()) as RunView;
  }

  #ask(method: string, path: string, body?: object): Promise<Response> {
    return fetch(this.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  }
}
