/** Questions: they are posted, and change nothing. */
const QUESTIONS = new Set(['/v1/verdicts', '/v1/verdicts/batch']);
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);

/** Whether sending a request twice does no more than sending it once. */
export function isRepeatable(request: Request): boolean {
  if (IDEMPOTENT.has(request.method) || request.headers.has('idempotency-key')) return true;
  return QUESTIONS.has(new URL(request.url).pathname);
}

/** Whether it may also be repeated where its first fate is unknown: a change under a condition would then refuse itself. */
export function isRepeatableBlindly(request: Request): boolean {
  return isRepeatable(request) && !request.headers.has('if-match');
}
