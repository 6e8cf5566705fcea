/** The gateway's public routes, as a client program sees them. */
export class Gateway {
  constructor(readonly url: string) {}

  async get<T>(path: string): Promise<T> {
    return this.#json<T>(await fetch(this.url + path, { headers: { accept: 'application/json' } }));
  }

  async send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
    return this.#json<T>(await this.raw(method, path, body));
  }

  async remove(path: string): Promise<void> {
    const response = await fetch(this.url + path, { method: 'DELETE' });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  }

  /** The value of a metric's first series with these labels, 0 where there is none yet. */
  async metric(name: string, labels: Readonly<Record<string, string>>): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    const line = text
      .split('\n')
      .find((each) => each.startsWith(`${name}{`) && wanted.every((label) => each.includes(label)));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  raw(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/health/ready`)).ok;
  }

  async #json<T>(response: Response): Promise<T> {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

export interface RunView {
  readonly id: string;
  readonly from: string;
  readonly state: string;
  readonly stages: Readonly<Record<string, { readonly state: string } | undefined>>;
  readonly snapshotId?: string;
  readonly reportStatus?: string;
  readonly model?: string;
  readonly version?: number;
  readonly alias?: string;
  readonly links?: { readonly model?: string; readonly card?: string };
  readonly error?: { readonly code: string; readonly message: string };
}

export interface VerdictView {
  readonly url: string;
  readonly verdict: string;
  readonly probability: number;
  readonly reasons: readonly string[];
  readonly change?: { readonly sentence: string; readonly url?: string; readonly verdict?: string };
  readonly list?: { readonly list: string; readonly entry: string };
  readonly model: { readonly name: string; readonly version: number };
}

export interface PredictionsView {
  readonly predictions: readonly {
    readonly label: number | string;
    readonly verdict: string;
    readonly probability: number;
  }[];
  readonly model: { readonly name: string; readonly version: number };
}
