/** A domain's registration as its registry tells it. */
export interface Registration {
  /** In lower case, ASCII. */
  readonly domain: string;
  /** Milliseconds since 1970; absent where the registry does not tell. */
  readonly registeredAt?: number;
  readonly expiresAt?: number;
}
