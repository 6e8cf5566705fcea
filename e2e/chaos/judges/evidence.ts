/** A record of `urls.submitted` as it stands in the topic: what is judged is what Kafka has, in Kafka's order. */
export interface SubmittedUrl {
  readonly id: string;
  readonly url: string;
  /** The record's key: the URL's registrable domain. */
  readonly key: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** A record of `urls.verdicts` that a reader of committed records sees. */
export interface SeenVerdict {
  readonly id: string;
  readonly url: string;
  readonly key: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly classifiedAt: number;
}

/** What a judge found: a line of the report, and what is wrong. Nothing wrong: the line holds. */
export interface Judgement {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** The ids concerned, each with what is wrong with it. */
  readonly faults: readonly string[];
}

/** Verdicts of each id, in the order given. */
export function byId(verdicts: readonly SeenVerdict[]): Map<string, SeenVerdict[]> {
  const found = new Map<string, SeenVerdict[]>();
  for (const verdict of verdicts) {
    const same = found.get(verdict.id);
    if (same === undefined) found.set(verdict.id, [verdict]);
    else same.push(verdict);
  }
  return found;
}

export const count = (number: number): string => number.toLocaleString('en');

export const placeOf = ({ partition, offset }: { partition: number; offset: bigint }): string =>
  `${partition}/${offset}`;
