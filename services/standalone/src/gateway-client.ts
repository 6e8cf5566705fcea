import {
  type components,
  createWeirClient,
  type Run,
  unwrap,
  WeirApiError,
  type WeirClient,
} from '@weir/client';
import { WeirError } from '@weir/platform';

type RunRequest = components['schemas']['RunRequest'];
type StageView = Pick<components['schemas']['StageProgressResponse'], 'state' | 'message' | 'done' | 'total'>;

/** Of a run, what the start-up shows. */
export interface RunView
  extends Pick<Run, 'id' | 'schema' | 'state' | 'snapshotId' | 'version' | 'alias' | 'error'> {
  readonly stages: Readonly<Record<string, StageView | undefined>>;
}

export interface VerdictView {
  readonly verdict: string;
  readonly probability: number;
  readonly model: { readonly name: string; readonly version: number };
}

/** What the start-up needs of Weir's own gateway, over its public HTTP routes. */
export class GatewayClient {
  readonly #client: WeirClient;
  readonly #stranger: WeirClient;

  /** `key` where the gateway asks for one. */
  constructor(url: string, key?: string) {
    // Whoever asks here asks again by itself, or is being stopped.
    this.#client = createWeirClient({ gateway: url, retry: false, ...(key === undefined ? {} : { key }) });
    this.#stranger = createWeirClient({ gateway: url, retry: false });
  }

  /** Whether whoever shows no key is refused: as soon as one was made. */
  async asksForKeys(): Promise<boolean> {
    const { data } = await this.#stranger.GET('/v1/session');
    return data !== undefined && data.kind !== 'open';
  }

  /** Null where no model serves yet. */
  async verdict(url: string): Promise<VerdictView | null> {
    const { data } = await this.#client.POST('/v1/verdicts', { body: { url } });
    return data ?? null;
  }

  /** Throws `WEIR_TRAINING_FAILED` where the gateway refuses it. */
  async startRun(order: object): Promise<string> {
    try {
      return (await unwrap(this.#client.POST('/v1/runs', { body: order as RunRequest }))).id;
    } catch (error) {
      if (error instanceof WeirApiError) throw new WeirError('WEIR_TRAINING_FAILED', error.detail);
      throw error;
    }
  }

  async run(id: string): Promise<RunView> {
    return { ...(await unwrap(this.#client.GET('/v1/runs/{id}', { params: { path: { id } } }))) };
  }
}
