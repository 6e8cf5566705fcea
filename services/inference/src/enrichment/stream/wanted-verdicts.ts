import type { Verdict } from '@weir/contracts';
import type { EnrichedOfStream, EventRecord } from '@weir/platform';

/** A verdict of the stream whose URL is to be visited. */
export interface WantedVerdict {
  readonly record: EventRecord;
  readonly id: string;
  readonly url: string;
}

export interface VerdictReading {
  readonly wanted: readonly WantedVerdict[];
  /** Records that are no verdicts, which nobody but Weir writes. */
  readonly unreadable: number;
}

const WANTED: Readonly<Record<EnrichedOfStream, readonly Verdict[]>> = {
  off: [],
  malicious: ['malicious'],
  flagged: ['malicious', 'suspicious'],
  all: ['malicious', 'suspicious', 'safe'],
};

/** The verdicts of the asked kinds, in order. Read by hand: most of a busy stream is parsed only to be passed over. */
export function wantedVerdicts(records: readonly EventRecord[], which: EnrichedOfStream): VerdictReading {
  const wanted: WantedVerdict[] = [];
  let unreadable = 0;
  for (const record of records) {
    const read = readVerdict(record.value);
    if (read === undefined) unreadable += 1;
    else if (WANTED[which].some((each) => each === read.verdict))
      wanted.push({ record, id: read.id, url: read.url });
  }
  return { wanted, unreadable };
}

function readVerdict(value: Buffer | null): { id: string; url: string; verdict: string } | undefined {
  try {
    const { id, url, verdict } = JSON.parse(String(value)) as Record<string, unknown>;
    const isVerdict = typeof id === 'string' && typeof url === 'string' && typeof verdict === 'string';
    return isVerdict && id !== '' ? { id, url, verdict } : undefined;
  } catch {
    // No JSON, or null.
    return undefined;
  }
}
