// How the model does on what comes after: trained on the past, judged on phishing newer than any training row, on
// domains of which it saw nothing, and on harmless links of domains of which it saw nothing harmless.
import { createScorer, recallAtFalsePositiveRate, rocAuc, termScores } from '@weir/learning';
import {
  extractUrlFeatures,
  forgetReputation,
  hashTerms,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';
import { asTaught, partOf } from './labelled-urls.mjs';

const NEWEST_TRAINING_YEAR = 2023;
/** Tenths of the registrable domains that no feature was chosen by. */
const OLD_TEST = new Set([3, 4, 5]);
const COLLECTED_TEST = new Set([2, 3]);
const PREVALENCES = [100, 1_000];
const POSITIVE = 0;
const OTHER = 1;

/** Which rows teach, and which test: by time for phishing, by registrable domain for all. */
export function splitByTime(rows) {
  const test = { phishing: [], old: [], modern: [], collected: [], signIn: [] };
  const teach = [];
  for (const row of rows) {
    const part = roleOf(row);
    if (part === 'teach') teach.push(row);
    else test[part].push(row);
  }
  const tested = new Set(
    [...test.modern, ...test.collected, ...test.signIn, ...test.old].map(({ domain }) => domain),
  );
  const training = teach.filter((row) => row.label === 'phishing' || !tested.has(row.domain));
  const taught = new Set(training.map(({ domain }) => domain));
  const unseen = (row) => !taught.has(row.domain);
  return {
    training,
    test: { ...test, phishing: test.phishing.filter(unseen), old: test.old.filter(unseen) },
  };
}

function roleOf({ kind, label, date, domain, split }) {
  if (label === 'phishing') return Number(date.slice(0, 4)) > NEWEST_TRAINING_YEAR ? 'phishing' : 'teach';
  if (kind === 'sign-in') return split === 'test' ? 'signIn' : 'teach';
  if (kind === 'brand') return 'teach';
  const tenth = partOf(domain, 10);
  if (kind === 'labelled') return OLD_TEST.has(tenth) ? 'old' : 'teach';
  if (kind === 'modern') return tenth >= 5 ? 'modern' : 'teach';
  return COLLECTED_TEST.has(tenth) ? 'collected' : 'teach';
}

/** Probabilities of phishing, with or without what lists know of the sites. */
export function score(artifact, rows, { names = true } = {}) {
  const width = artifact.featureNames.length;
  const values = new Float32Array(rows.length * width);
  const terms = new TermBuffer();
  for (const [row, { parsed }] of rows.entries()) {
    extractUrlFeatures(parsed, values, row * width);
    if (!names) forgetReputation(values, row * width);
    terms.length = 0;
    hashTerms(parsed, terms);
    termScores(artifact.terms, terms.ids, 0, terms.length, values, row * width + urlFeatureNames.length);
  }
  const probabilities = new Float32Array(rows.length);
  createScorer(artifact).score(values, rows.length, probabilities);
  return probabilities;
}

export function evaluate(artifact, { training, test }) {
  return {
    newestTrainingYear: NEWEST_TRAINING_YEAR,
    trainingRows: asTaught(training).length,
    withNames: figures(artifact, test, true),
    withoutNames: figures(artifact, test, false),
  };
}

function figures(artifact, test, names) {
  const phishing = score(artifact, test.phishing, { names });
  const { malicious, suspicious } = artifact.thresholds;
  const recall = share(phishing, malicious);
  const sets = Object.entries(test).filter(([name]) => name !== 'phishing');
  return {
    phishing: { rows: phishing.length, malicious: recall, suspiciousOrWorse: share(phishing, suspicious) },
    ...Object.fromEntries(
      sets.map(([name, rows]) => {
        const scores = score(artifact, rows, { names });
        const ranked = [...phishing, ...scores];
        const labels = Int32Array.from(ranked, (_, index) => (index < phishing.length ? POSITIVE : OTHER));
        const falsePositives = share(scores, malicious);
        return [
          name,
          {
            rows: scores.length,
            rocAuc: rocAuc(labels, ranked, POSITIVE),
            recallAt1In100: recallAtFalsePositiveRate(labels, ranked, POSITIVE, 0.01),
            recallAt1In1000: recallAtFalsePositiveRate(labels, ranked, POSITIVE, 0.001),
            malicious: falsePositives,
            suspiciousOrWorse: share(scores, suspicious),
            precision: Object.fromEntries(
              PREVALENCES.map((one) => [`1 in ${one}`, recall / (recall + falsePositives * (one - 1))]),
            ),
          },
        ];
      }),
    ),
  };
}

function share(scores, threshold) {
  return scores.length === 0 ? 0 : scores.filter((each) => each >= threshold).length / scores.length;
}
