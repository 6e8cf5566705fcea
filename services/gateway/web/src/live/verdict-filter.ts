import type { UrlVerdict } from '@weir/client';

/** `GET /v1/verdicts` */
export interface RecentVerdicts {
  readonly verdicts: readonly UrlVerdict[];
  readonly next: string | null;
}

/** Verdicts whose URL or reasons hold the text, also as the page shows URLs: defanged. */
export function matching(verdicts: readonly UrlVerdict[], text: string): readonly UrlVerdict[] {
  const wanted = refanged(text.trim().toLowerCase());
  if (wanted === '') return verdicts;
  return verdicts.filter(
    ({ url, reasons }) =>
      url.toLowerCase().includes(wanted) || reasons.some((reason) => reason.toLowerCase().includes(wanted)),
  );
}

/** What somebody copied from the page, as it stands in URLs. */
function refanged(text: string): string {
  return text.replaceAll('[.]', '.').replaceAll('[:]', ':').replace(/^hxxp/, 'http');
}
