/** Small values that may vanish at any time. */
export interface Cache {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options: { readonly ttlMs: number }): Promise<void>;
  /** Adds to a counter, atomically; the time to live is set when the counter is made. Returns the new value. */
  increment(key: string, by: number, options: { readonly ttlMs: number }): Promise<number>;
  delete(key: string): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
