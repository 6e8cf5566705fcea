/** Looks up the addresses of a name. */
export interface Resolver {
  /**
   * IPv4 addresses first; empty where the name does not exist or has none. Rejects where the answer cannot be had,
   * and once `signal` is aborted.
   */
  resolve(hostname: string, signal: AbortSignal): Promise<readonly string[]>;
}
