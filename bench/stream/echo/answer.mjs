const MODEL = { name: 'url', version: 1 };

/** What an echo says of an event: the members of a verdict, without judging. */
export function answerTo({ id, url }) {
  return {
    id,
    url,
    verdict: 'safe',
    probability: 0.0123456789,
    model: MODEL,
    reasons: [],
    classifiedAt: new Date().toISOString(),
  };
}
