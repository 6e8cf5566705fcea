import type { SourceRequest } from '@weir/contracts';
import { WeirError } from '@weir/platform';

/** Offsets of one partition to be read: from inclusive, to exclusive. */
export interface PartitionRange {
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
}

/** What a broker says of a partition: its first offset, and the one that the next record gets. */
export interface PartitionOffsets {
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/**
 * The ranges asked for, within what there is now, in order of partition; empty ones are left out.
 * Throws `WEIR_REQUEST_INVALID` for a partition or an offset that is none, `WEIR_NOT_FOUND` where records asked for
 * are deleted already, or not written yet.
 */
export function rangesOf(request: SourceRequest, offsets: readonly PartitionOffsets[]): PartitionRange[] {
  const known = new Set(offsets.map((each) => String(each.partition)));
  for (const partition of [...Object.keys(request.from ?? {}), ...Object.keys(request.to ?? {})]) {
    if (!known.has(partition)) throw invalid(`topic ${request.topic} has no partition ${partition}`);
  }
  return [...offsets]
    .sort((left, right) => left.partition - right.partition)
    .map((each) => rangeOf(request, each))
    .filter((each) => each.from < each.to);
}

function rangeOf(request: SourceRequest, { partition, low, high }: PartitionOffsets): PartitionRange {
  const from = offsetOf(request.from?.[partition]) ?? BigInt(low);
  const to = offsetOf(request.to?.[partition]) ?? BigInt(high);
  if (from < BigInt(low) || to > BigInt(high)) {
    throw new WeirError(
      'WEIR_NOT_FOUND',
      `Partition ${partition} of ${request.topic} holds offsets ${low} to ${high}, not ${from} to ${to}`,
    );
  }
  return { partition, from, to };
}

function offsetOf(text: unknown): bigint | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,19}$/.test(String(text))) return BigInt(String(text));
  throw invalid(`${JSON.stringify(text)} is not an offset`);
}

function invalid(what: string): WeirError {
  return new WeirError('WEIR_REQUEST_INVALID', `The offsets cannot be read: ${what}`);
}
