import { performance } from 'node:perf_hooks';
import { WeirError } from '../../errors/index.js';
import type { Cache } from '../cache.js';
import { checkStep, checkTtl, notABucket, notACounter } from '../cache-rules.js';
import {
  type BucketLevel,
  checkTokenRequest,
  fullIn,
  type TokenGrant,
  type TokenRequest,
  takeFrom,
} from '../token-bucket.js';

export interface MemoryCacheOptions {
  /** Default 100,000. */
  readonly maxEntries?: number;
  /** Bound of keys and values together, as their strings take it. Default 64 MiB. */
  readonly maxBytes?: number;
}

interface Entry {
  readonly value: string;
  /** On the monotonic clock, milliseconds. */
  readonly expiresAt: number;
  readonly bytes: number;
}

/** A `Map` slot and an entry object, roughly, in V8. */
const OVERHEAD_BYTES = 120;
const COUNTER = /^-?\d+$/;

/** A cache in this process: bounded in entries and in bytes; the least recently used go first. */
export class MemoryCache implements Cache {
  /** In order of use, the oldest first: a `Map` keeps the order of insertion. */
  private readonly entries = new Map<string, Entry>();
  private readonly maxEntries: number;
  private readonly maxBytes: number;
  private bytes = 0;
  private closed = false;

  constructor({ maxEntries = 100_000, maxBytes = 64 * 1024 * 1024 }: MemoryCacheOptions = {}) {
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
  }

  /** Entries and bytes held now, expired ones that nobody asked for since included. */
  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.entries.size, bytes: this.bytes };
  }

  async get(key: string): Promise<string | null> {
    await this.check();
    const entry = this.live(key);
    if (entry === undefined) return null;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  async set(key: string, value: string, { ttlMs }: { readonly ttlMs: number }): Promise<void> {
    await this.check();
    checkTtl(ttlMs);
    this.store(key, value, performance.now() + ttlMs);
  }

  async increment(key: string, by: number, { ttlMs }: { readonly ttlMs: number }): Promise<number> {
    await this.check();
    checkTtl(ttlMs);
    checkStep(by);
    // No await from here on: that is what makes it atomic.
    const entry = this.live(key);
    if (entry !== undefined && !COUNTER.test(entry.value)) throw notACounter();
    const sum = Number(entry?.value ?? 0) + by;
    if (!Number.isSafeInteger(sum)) throw notACounter();
    this.store(key, String(sum), entry?.expiresAt ?? performance.now() + ttlMs);
    return sum;
  }

  async takeTokens(key: string, request: TokenRequest): Promise<TokenGrant> {
    await this.check();
    checkTokenRequest(request);
    // No await from here on, as above.
    const now = performance.now();
    const { bucket, grant } = takeFrom(levelOf(this.live(key)), request, now);
    this.store(key, `${bucket.tokens}:${bucket.at}`, now + fullIn(bucket, request));
    return grant;
  }

  async delete(key: string): Promise<void> {
    await this.check();
    this.drop(key);
  }

  async check(): Promise<void> {
    if (this.closed) throw new WeirError('WEIR_CACHE_UNAVAILABLE', 'The cache was closed.');
  }

  async close(): Promise<void> {
    this.closed = true;
    this.entries.clear();
    this.bytes = 0;
  }

  private live(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.expiresAt > performance.now()) return entry;
    this.drop(key);
    return undefined;
  }

  private store(key: string, value: string, expiresAt: number): void {
    this.drop(key);
    const bytes = 2 * (key.length + value.length) + OVERHEAD_BYTES;
    // A value that fits nowhere is not kept, and costs no other its place.
    if (bytes > this.maxBytes) return;
    this.entries.set(key, { value, expiresAt, bytes });
    this.bytes += bytes;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxEntries && this.bytes <= this.maxBytes) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }
}

function levelOf(entry: Entry | undefined): BucketLevel | undefined {
  if (entry === undefined) return undefined;
  const [tokens, at] = entry.value.split(':').map(Number);
  if (tokens === undefined || at === undefined || Number.isNaN(tokens + at)) throw notABucket();
  return { tokens, at };
}
