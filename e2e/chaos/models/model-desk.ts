import { createHash, randomUUID } from 'node:crypto';
import { type Backends, CHAMPION, type EventBus, ModelRegistry, type ModelVersion } from '@weir/platform';
import type { AliasMoved } from '../judges/index.js';
import type { RefusedFault } from '../plan/schedule.js';
import { faulty, withThresholds } from './artifact-variants.js';
import { NotingBus } from './noting-bus.js';

const NAME = 'url';
/** Thresholds of a new version, as a multiple of the starter's: one of so many. */
const THRESHOLD_STEPS = 50;

/** Registers versions of the `url` model and moves its champion, through the ports that training uses. */
export class ModelDesk {
  /** All moves of the champion's alias, in their order. */
  readonly moves: AliasMoved[] = [];
  readonly #good: number[] = [];

  private constructor(
    private readonly registry: ModelRegistry,
    private readonly objects: Backends['objects'],
    private readonly bus: NotingBus,
    private readonly starter: ModelVersion,
    private readonly artifact: Uint8Array,
  ) {
    this.#good.push(starter.version);
    this.moves.push({ version: starter.version, notBefore: 0, storedBy: 0, serviceable: true });
  }

  /** Once the starter model is champion. */
  static async open({ documents, objects, bus }: Backends): Promise<ModelDesk> {
    const noting = new NotingBus(bus);
    const registry = new ModelRegistry(documents, noting as unknown as EventBus, '/weir/chaos');
    const starter = await registry.champion(NAME);
    if (starter === null) throw new Error('the starter model is not champion');
    const artifact = await objects.read(starter.objectKey, { sha256: starter.sha256 });
    return new ModelDesk(registry, objects, noting, starter, artifact);
  }

  /** Events on moves that the broker never took. */
  get missedEvents(): number {
    return this.bus.failed;
  }

  /** A new version, or an older one, by `choice` from 0 up to 1. Gives the version. */
  async promote(choice: number): Promise<number> {
    const others = this.#good.filter((version) => version !== this.#champion);
    const version = choice < 0.5 ? others[Math.floor(choice * 2 * others.length)] : undefined;
    const promoted = version ?? (await this.#registerGood());
    await this.#moved(promoted, true, () => this.#move(promoted));
    return promoted;
  }

  /** Gives the version that serves again; promotes where there is none before. */
  async rollback(choice: number): Promise<number> {
    const alias = await this.registry.alias(NAME, CHAMPION);
    const before = alias?.value.previous[0];
    if (before === undefined) return this.promote(choice);
    await this.#moved(before, true, () =>
      this.registry.rollback({ name: NAME, by: 'chaos', reason: 'a test', ifVersion: this.#champion }),
    );
    return before;
  }

  /** Promotes a version that no process may serve. Gives the version. */
  async promoteFaulty(fault: RefusedFault): Promise<number> {
    const { stored, sha256Of } = faulty(withThresholds(this.artifact, 0.99), fault);
    const { version } = await this.#register(stored, sha256Of);
    await this.#moved(version, false, () => this.#move(version));
    return version;
  }

  /** Waits for the events under way. */
  settled(): Promise<void> {
    return this.bus.settled();
  }

  get #champion(): number {
    return this.moves.at(-1)?.version ?? this.starter.version;
  }

  async #registerGood(): Promise<number> {
    const by = 1 - (this.#good.length % THRESHOLD_STEPS) / (2 * THRESHOLD_STEPS);
    const bytes = withThresholds(this.artifact, by);
    const { version } = await this.#register(bytes, bytes);
    this.#good.push(version);
    return version;
  }

  async #register(stored: Uint8Array, sha256Of: Uint8Array): Promise<ModelVersion> {
    const runId = randomUUID();
    const objectKey = `models/${NAME}/${runId}.safetensors`;
    await this.objects.put(objectKey, stored);
    const { version: _version, card: _card, ...described } = this.starter;
    const sha256 = createHash('sha256').update(sha256Of).digest('hex');
    return this.registry.add({ ...described, runId, objectKey, sha256, createdAt: new Date().toISOString() });
  }

  #move(version: number): Promise<unknown> {
    return this.registry.move({ name: NAME, alias: CHAMPION, version, by: 'chaos', reason: 'a test' });
  }

  async #moved(version: number, serviceable: boolean, move: () => Promise<unknown>): Promise<void> {
    const notBefore = Date.now();
    await move();
    this.moves.push({ version, notBefore, storedBy: this.bus.publishedAt, serviceable });
  }
}
