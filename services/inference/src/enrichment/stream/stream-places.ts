/** Partitions of `urls.verdicts` in hand at a time. */
const MOST_PARTITIONS = 4;

export interface StreamPlaces {
  readonly partitions: number;
  /** Visits at a time for each partition in hand; a site, all in one partition, sees no more. */
  readonly visits: number;
}

/** Half of what may be visited at a time: the other half is for those who ask and wait. */
export function streamPlaces(concurrency: number): StreamPlaces {
  const places = Math.max(1, Math.floor(concurrency / 2));
  const partitions = Math.min(MOST_PARTITIONS, places);
  return { partitions, visits: Math.floor(places / partitions) };
}
