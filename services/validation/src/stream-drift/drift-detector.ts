import { TOPICS } from '@weir/contracts';
import {
  type DriftCatalog,
  driftDetailsKey,
  type EventBus,
  type Logger,
  type Objects,
  publishEvent,
} from '@weir/platform';
import { SOURCE } from '../source.js';
import type { DriftMetrics } from './drift-metrics.js';
import type { DriftReferences, Reference } from './drift-references.js';
import { judgeWindow } from './drift-report.js';
import type { SketchInbox, WaitingSketch } from './sketch-inbox.js';
import { WindowSum } from './window-sum.js';

/** Rows looked at from which a window is judged: of fewer, chance alone moves the stability index by half of what counts. */
export const FEWEST_ROWS = 500;
/** How long counted sketches are known again: the topic keeps them as long. */
const REMEMBERED_MS = 7 * 86_400_000;

export interface DriftDetectorParts {
  readonly inbox: SketchInbox;
  readonly references: DriftReferences;
  readonly catalog: DriftCatalog;
  readonly objects: Pick<Objects, 'put'>;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly metrics: DriftMetrics;
  readonly logger: Logger;
  /** Windows that make a reference where a version has none. */
  readonly firstWindows: number;
}

/** When a window's sketches are looked at: late ones have a tenth of its length, up to half a minute, to come. */
export function dueAt({ from, to }: Pick<WaitingSketch, 'from' | 'to'>): number {
  const end = Date.parse(to);
  return end + Math.min(30_000, Math.max(500, (end - Date.parse(from)) / 10));
}

/**
 * Merges what processes saw of a model version in a window, compares it with the version's reference, and tells. A window
 * of too few rows is judged with the next; a sketch that comes after its window was judged, too.
 */
export class DriftDetector {
  constructor(private readonly parts: DriftDetectorParts) {}

  /**
   * Judges every window that is due at `now`. Gives when the next will be, or null. Rejects where a store or the bus is
   * away: done again, it goes on where it stopped, and what was told is told again under the same id.
   */
  async look(now: Date): Promise<number | null> {
    const open = await this.parts.inbox.open();
    const [due, later] = [true, false].map((wanted) =>
      open.filter((each) => dueAt(each) <= now.getTime() === wanted),
    ) as [WaitingSketch[], WaitingSketch[]];
    const failures: unknown[] = [];
    for (const ofVersion of groups(due, ({ name, version }) => `${version}/${name}`)) {
      // One version's reference may be lost for good: it must not hold up the others.
      await this.#judgeVersion(ofVersion, now).catch((error: unknown) => failures.push(error));
    }
    await this.parts.inbox.forget(new Date(now.getTime() - REMEMBERED_MS));
    if (failures.length > 0) throw failures[0];
    return later.length === 0 ? null : Math.min(...later.map(dueAt));
  }

  /** All that is due of one version, window by window. */
  async #judgeVersion(sketches: readonly WaitingSketch[], now: Date): Promise<void> {
    let sum = new WindowSum();
    for (const window of groups(sketches, ({ to }) => to)) {
      for (const sketch of window) await this.#add(sum, sketch);
      if (await this.#judge(sum, now)) sum = new WindowSum();
    }
    // What waits on does so in the room of one.
    if (sum.sketches.length > 1) await this.parts.inbox.fold(sum.sketches, sum.folded());
  }

  async #add(sum: WindowSum, sketch: WaitingSketch): Promise<void> {
    try {
      sum.add(sketch);
    } catch (error) {
      this.parts.logger.warn({ err: error, name: sketch.name }, 'a sketch does not go with the others');
      await this.parts.inbox.count([sketch]);
    }
  }

  /** Whether the windows were used up: for a report, or as the reference. */
  async #judge(sum: WindowSum, now: Date): Promise<boolean> {
    const [first] = sum.sketches;
    if (first === undefined || sum.merged === undefined || sum.effectiveRows < FEWEST_ROWS) return false;
    const { name, version } = first;
    const { references, inbox, logger } = this.parts;
    const reference = await references.of(name, version);
    if (reference !== null) {
      await this.#tell(sum, reference, now);
    } else {
      if (sum.windows < this.parts.firstWindows) return false;
      await references.keepFirstWindows(name, version, sum.merged);
      logger.info({ name, version, rows: sum.merged.rows }, 'the first windows are the reference for drift');
    }
    await inbox.count(sum.sketches);
    return true;
  }

  async #tell(sum: WindowSum, reference: Reference, now: Date): Promise<void> {
    const { catalog, objects, bus, metrics, logger } = this.parts;
    const judged = judgeWindow(sum, reference, now);
    // First: a report that can be found has its details.
    await objects.put(driftDetailsKey(judged.report.id), Buffer.from(JSON.stringify(judged.details)));
    const report = await catalog.record(judged.report);
    const { id, model, level, drifted, rows } = report;
    await publishEvent(bus, TOPICS.modelsDrift, model.name, report, { source: SOURCE, id });
    metrics.observe(report);
    logger[level === 'ok' ? 'info' : 'warn'](
      { ...model, level, rows, drifted: drifted.length },
      'stream compared with its reference',
    );
  }
}

/** In the order of the first of each. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return [...found.values()];
}
