import type { Examples } from './examples.js';

const MODEL = { name: 'url', version: 2 };
const AT = '2026-03-01T12:00:00.000Z';
export const VERDICT_ID = '019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e';
export const SUBMITTED_ID = '019c9f2e-7a01-7d4e-8c2f-4a5b6c7d8e9f';

const VERDICT = {
  id: VERDICT_ID,
  url: 'http://paypal.com.secure-login.example.tk/verify',
  verdict: 'malicious',
  probability: 0.97,
  model: MODEL,
  reasons: ['The name paypal.com stands below another domain'],
  change: {
    sentence: 'Without the name of a brand below the domain it would be suspicious',
    verdict: 'suspicious',
  },
  classifiedAt: AT,
};

export const JOB_ID = '019c9f2e-7a06-7263-9174-9fa0b1c2d3e4';
const JOB = {
  id: JOB_ID,
  schema: 'uci-30',
  state: 'running',
  done: 40_000,
  total: 1_000_000,
  createdAt: AT,
  updatedAt: AT,
  links: { result: `/v1/jobs/${JOB_ID}/result` },
};

export const VERDICT_EXAMPLES: Examples = {
  EnrichedVerdict: VERDICT,
  UrlVerdict: VERDICT,
  VerdictBatchResponse: {
    verdicts: [
      {
        ...VERDICT,
        url: 'https://example.org/',
        verdict: 'safe',
        probability: 0.02,
        reasons: [],
        change: undefined,
      },
      { url: 'not a url', error: { code: 'WEIR_URL_INVALID', message: 'The text has no host' } },
    ],
  },
  RecentVerdictsResponse: { verdicts: [{ ...VERDICT, submittedAt: AT }], next: null },
  EventIdsResponse: { ids: [VERDICT_ID, SUBMITTED_ID] },
  FeedbackResponse: {
    id: VERDICT_ID,
    url: 'https://example.org/sign-in',
    label: 'legitimate',
    by: 'ann',
    at: AT,
  },
  ListEntryResponse: { list: 'deny', entry: 'example.org', reason: 'seen in a report', by: 'ann', at: AT },
  ListEntriesResponse: {
    entries: [{ list: 'deny', entry: 'example.org', reason: 'seen in a report', by: 'ann', at: AT }],
    next: null,
  },
  JobResponse: JOB,
  JobListResponse: { jobs: [JOB], next: null },
  PredictionsAnswer: {
    predictions: [{ label: -1, verdict: 'malicious', probability: 0.94 }],
    model: { name: 'uci-30', version: 1 },
  },
};
