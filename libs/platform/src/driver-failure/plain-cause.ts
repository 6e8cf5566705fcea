const CREDENTIALS = /\/\/[^/\s@]*@/g;

function redact(text: string, secrets: readonly string[]): string {
  const withoutUserInfo = text.replace(CREDENTIALS, '//***@');
  return secrets
    .filter((secret) => secret !== '')
    .reduce((redacted, secret) => redacted.replaceAll(secret, '***'), withoutUserInfo);
}

/**
 * A driver's error as a plain one: name, code, message and stack, without the objects that drivers hang on theirs
 * (commands with their arguments, requests with their headers, client options) and without the secrets given.
 */
export function plainCause(error: unknown, secrets: readonly string[] = []): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error), secrets));
  const plain = new Error(redact(error.message, secrets));
  plain.name = error.name;
  plain.stack = redact(error.stack ?? plain.message, secrets);
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? Object.assign(plain, { code }) : plain;
}

/** One line for an error's detail. An aggregate of connection attempts has an empty message: its code says more. */
export function describeFailure(cause: Error): string {
  const { code } = cause as { code?: unknown };
  return cause.message === '' ? String(code ?? cause.name) : cause.message;
}
