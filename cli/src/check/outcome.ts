import { EXIT, type ExitCode } from '../exit-codes.js';
import type { FailOn, Tally } from './judged.js';

/** What `check` ends with: a finding counts for more than a URL that could not be judged. */
export function outcome({ malicious, suspicious, error }: Tally, failOn: FailOn): ExitCode {
  const found = failOn === 'never' ? 0 : failOn === 'suspicious' ? malicious + suspicious : malicious;
  if (found > 0) return EXIT.found;
  return error > 0 ? EXIT.failed : EXIT.ok;
}

/** `3,000 URLs: 12 malicious, 3 suspicious, 2,984 safe, 1 not judged`. */
export function summary(tally: Tally, what: string): string {
  const { malicious, suspicious, safe, error } = tally;
  const number = (value: number) => value.toLocaleString('en-GB');
  const unjudged = error === 0 ? '' : `, ${number(error)} not judged`;
  const total = malicious + suspicious + safe + error;
  return `${number(total)} ${what}: ${number(malicious)} malicious, ${number(suspicious)} suspicious, ${number(safe)} safe${unjudged}`;
}
