import type { DriftReference } from '@weir/contracts';
import { type StreamSketch, sketchFromJson, sketchToJson } from '@weir/drift';
import { isWeirError, type ModelRegistry, type Objects } from '@weir/platform';

export interface Reference {
  readonly kind: DriftReference;
  readonly sketch: StreamSketch;
}

/** References kept in memory: of the versions that serve, a few. */
const MOST_KEPT = 8;
const MAX_BYTES = 4_194_304;

/** What the stream of each model version is compared with. */
export class DriftReferences {
  readonly #kept = new Map<string, Reference>();

  constructor(
    private readonly objects: Objects,
    private readonly registry: Pick<ModelRegistry, 'get'>,
    private readonly wanted: DriftReference,
  ) {}

  /** Null where the version has none yet: then its first windows are to make it. */
  async of(name: string, version: number): Promise<Reference | null> {
    const key = `${name}/${version}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const taught = this.wanted === 'training' ? await this.#taught(name, version) : null;
    const found = taught ?? (await this.#firstWindows(name, version));
    if (found !== null) {
      const [oldest] = this.#kept.keys();
      if (this.#kept.size === MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
      this.#kept.set(key, found);
    }
    return found;
  }

  /** Makes these windows the version's reference, unless it has one: the first that is kept stands. */
  async keepFirstWindows(name: string, version: number, sketch: StreamSketch): Promise<void> {
    await this.objects.put(firstWindowsKey(name, version), Buffer.from(JSON.stringify(sketchToJson(sketch))));
  }

  async #taught(name: string, version: number): Promise<Reference | null> {
    const reference = (await this.registry.get(name, version))?.reference;
    if (reference === undefined) return null;
    const { objectKey, sha256 } = reference;
    const bytes = await this.objects.read(objectKey, { sha256, maxBytes: MAX_BYTES });
    return { kind: 'training', sketch: sketchFromJson(JSON.parse(bytes.toString())) };
  }

  async #firstWindows(name: string, version: number): Promise<Reference | null> {
    try {
      const bytes = await this.objects.read(firstWindowsKey(name, version), { maxBytes: MAX_BYTES });
      return { kind: 'first-windows', sketch: sketchFromJson(JSON.parse(bytes.toString())) };
    } catch (error) {
      if (isWeirError(error, 'WEIR_OBJECT_MISSING')) return null;
      throw error;
    }
  }
}

function firstWindowsKey(name: string, version: number): string {
  return `models/${name}/first-windows/${version}.json`;
}
