import type { SearchRequest } from '@weir/contracts';
import { type CardFeedback, type EncodedTraining, modelCard } from '@weir/learning';
import type { LeakMark, SnapshotManifest } from '@weir/platform';
import type { LoadedData } from '../training-data/load-training-data.js';
import type { ModelCardFiles } from './publish-version.js';

export interface CardOrigin {
  readonly manifest: SnapshotManifest;
  readonly search: SearchRequest;
  readonly data: LoadedData;
  /** Rows by class name, as they were taught. */
  readonly classCounts: Readonly<Record<string, number>>;
  /** Accepted by the run. */
  readonly leaks: readonly LeakMark[];
  readonly feedback: CardFeedback | undefined;
  /** Of the artifact. */
  readonly sha256: string;
}

const GROUPED_BY = {
  'distinct-row': 'rows with the same features',
  'registrable-domain': 'URLs of one registrable domain',
} as const;

/** The card of a training. Times stand in it, so a training done again has another card. */
export function cardOf(
  { artifact, report, bytes }: EncodedTraining,
  { manifest, search, data, classCounts, leaks, feedback, sha256 }: CardOrigin,
): ModelCardFiles {
  const { json, markdown } = modelCard(artifact, {
    source: manifest.source.name,
    distinctRows: report.distinctRows,
    classCounts,
    skippedRows: data.skipped,
    groupedBy: GROUPED_BY[data.groupedBy],
    candidates: report.candidates,
    engine: search.engine,
    bytes: bytes.byteLength,
    curves: report.distinct.curves,
    sha256,
    leaks,
    feedback,
  });
  return { json: JSON.stringify(json), markdown };
}
