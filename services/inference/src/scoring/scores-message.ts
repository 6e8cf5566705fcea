import { type ScoredUrl, verdictOf } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import type { UrlProblem } from '@weir/url-features';
import { isProblem, type Site } from '../classification/batch-reading.js';
import type { ScoredRows } from '../classification/url-classifier.js';
import type { UrlScores } from './score-urls.js';

/** A batch's scores in few large pieces: an object for each URL would cost more to hand over than to make. */
export interface ScoresMessage {
  /** Hosts, one a line; empty lines for URLs that cannot be read. */
  readonly hosts: string;
  /** Characters of the registrable domain, at the host's end. */
  readonly domainLengths: Uint16Array;
  readonly isIp: Uint8Array;
  readonly problems: ReadonlyMap<number, UrlProblem>;
  /** From here on by URLs that can be read. */
  readonly probabilities: Float32Array;
  readonly reasons: ReadonlyMap<number, readonly string[]>;
  readonly values: Float32Array;
  readonly columns: number;
}

const NO_REASONS: readonly string[] = Object.freeze([]);

/** Copies what the classifier uses again. */
export function packScores(
  { sites, scored }: UrlScores,
  { values, columns, rows, probabilities }: ScoredRows,
): ScoresMessage {
  const problems = new Map<number, UrlProblem>();
  const domainLengths = new Uint16Array(sites.length);
  const isIp = new Uint8Array(sites.length);
  const hosts = sites.map((site, index) => {
    if (isProblem(site)) {
      problems.set(index, site);
      return '';
    }
    domainLengths[index] = site.registrableDomain.length;
    isIp[index] = site.isIp ? 1 : 0;
    return site.host;
  });
  const reasons = new Map<number, readonly string[]>();
  for (const [row, each] of scored.entries()) if (each.reasons.length > 0) reasons.set(row, each.reasons);
  return {
    hosts: hosts.join('\n'),
    domainLengths,
    isIp,
    problems,
    probabilities: probabilities.slice(0, rows),
    reasons,
    values: values.slice(0, rows * columns),
    columns,
  };
}

/** What the message holds, as if it had been scored here. */
export function unpackScores(
  message: ScoresMessage,
  { thresholds }: Pick<ModelArtifact, 'thresholds'>,
): { readonly scores: UrlScores; readonly rows: ScoredRows } {
  const { domainLengths, isIp, problems, probabilities, reasons, values, columns } = message;
  const hosts = domainLengths.length === 0 ? [] : message.hosts.split('\n');
  const sites = hosts.map((host, index): Site | UrlProblem => {
    const problem = problems.get(index);
    if (problem !== undefined) return problem;
    const registrableDomain = host.slice(host.length - (domainLengths[index] as number));
    return { host, isIp: isIp[index] === 1, registrableDomain };
  });
  const scored = Array.from(probabilities, (probability, row): ScoredUrl => {
    return {
      verdict: verdictOf(probability, thresholds),
      probability,
      reasons: reasons.get(row) ?? NO_REASONS,
    };
  });
  return { scores: { sites, scored }, rows: { values, columns, rows: probabilities.length, probabilities } };
}
