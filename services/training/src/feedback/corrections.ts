import type { SnapshotCatalog, SnapshotManifest, SnapshotReader } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';

/** What an analyst says a URL is. */
export interface CorrectedUrl {
  readonly parsed: ParsedUrl;
  /** Class index in the schema. */
  readonly label: number;
  /** When it was said. */
  readonly at: string | null;
}

/** A snapshot of corrections, one for each canonical URL. */
export interface Corrections {
  readonly manifest: SnapshotManifest;
  readonly byCanonical: ReadonlyMap<string, CorrectedUrl>;
}

/** The corrections that stand, or null where there are none. `column` holds the URLs. */
export async function readCorrections(
  reader: Pick<SnapshotReader, 'chunks'>,
  snapshots: Pick<SnapshotCatalog, 'newest'>,
  { schema, column }: { readonly schema: string; readonly column: string },
): Promise<Corrections | null> {
  const manifest = await snapshots.newest(schema);
  if (manifest === null) return null;
  const byCanonical = new Map<string, CorrectedUrl>();
  for await (const { text, labels } of reader.chunks(manifest)) {
    for (const [row, label] of labels.entries()) {
      const parsed = parseUrl(text[column]?.[row] ?? '');
      if (label < 0 || isUrlProblem(parsed)) continue;
      const correction = { parsed, label, at: text.date?.[row] ?? null };
      // Spellings that a later version takes for one were kept apart: the newest stands.
      const known = byCanonical.get(parsed.canonical);
      if (known === undefined || (known.at ?? '') < (correction.at ?? '')) {
        byCanonical.set(parsed.canonical, correction);
      }
    }
  }
  return byCanonical.size === 0 ? null : { manifest, byCanonical };
}
