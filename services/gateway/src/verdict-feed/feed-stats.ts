import type { VerdictLog } from './verdict-log.js';

/** Records that a second's latency is told from. */
const MOST_SAMPLED = 200;

/** A second of the stream, as listeners are told of it. */
export interface FeedStats {
  readonly at: string;
  readonly perSecond: number;
  readonly verdicts: { readonly malicious: number; readonly suspicious: number; readonly safe: number };
  /** From submission to classification, in milliseconds; null where no submission says when it was. */
  readonly latencyMs: { readonly p50: number; readonly p99: number } | null;
  /** Records of `urls.submitted` that are not classified yet; null where that is not known. */
  readonly lag: number | null;
  readonly listeners: number;
}

/** Counts what the log took in between two looks at it. */
export class FeedStatsReading {
  #counts: Float64Array;
  #sequence: number;
  #readAt: number;

  constructor(
    private readonly log: VerdictLog,
    now: number,
  ) {
    this.#counts = log.counts.slice();
    this.#sequence = log.ring.end;
    this.#readAt = now;
  }

  /** Since the last call; rates are a second's. */
  next(now: number): Omit<FeedStats, 'lag' | 'listeners'> {
    const seconds = Math.max(now - this.#readAt, 1) / 1_000;
    const counted = this.log.counts.map((count, index) => count - (this.#counts[index] ?? 0));
    const rates = [...counted].map((count) => Math.round(count / seconds));
    const [malicious = 0, suspicious = 0, safe = 0] = rates;
    const latencyMs = this.#latency();
    this.#counts = this.log.counts.slice();
    this.#sequence = this.log.ring.end;
    this.#readAt = now;
    const perSecond = Math.round(counted.reduce((sum, count) => sum + count, 0) / seconds);
    return {
      at: new Date(now).toISOString(),
      perSecond,
      verdicts: { malicious, suspicious, safe },
      latencyMs,
    };
  }

  #latency(): FeedStats['latencyMs'] {
    const { ring } = this.log;
    const from = Math.max(this.#sequence, ring.first);
    const step = Math.max(1, Math.ceil((ring.end - from) / MOST_SAMPLED));
    const latencies: number[] = [];
    for (let sequence = from; sequence < ring.end; sequence += step) {
      const latency = latencyOf(ring.bytesAt(sequence));
      if (latency !== undefined) latencies.push(latency);
    }
    if (latencies.length === 0) return null;
    const sorted = latencies.toSorted((a, b) => a - b);
    return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  }
}

/** Milliseconds; undefined where the submission does not say when it was. Never negative: clocks differ. */
function latencyOf(json: Buffer): number | undefined {
  try {
    const { submittedAt, classifiedAt } = JSON.parse(String(json)) as Record<string, unknown>;
    const latency = Date.parse(String(classifiedAt)) - Date.parse(String(submittedAt));
    return Number.isFinite(latency) ? Math.max(0, latency) : undefined;
  } catch {
    return undefined;
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
