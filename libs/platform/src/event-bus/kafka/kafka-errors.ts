/** What of a kafkajs error matters here; kafkajs wraps the broker's error in `cause`, several deep. */
interface KafkaFailure {
  readonly name?: string;
  readonly type?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The records themselves are at fault: the same ones will be refused again. */
const REFUSALS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
  'POLICY_VIOLATION',
]);

/** Protocol error types of an error and its causes, outermost first. */
export function errorTypes(error: unknown): string[] {
  const types: string[] = [];
  let failure = error as KafkaFailure | undefined;
  for (let depth = 0; failure !== undefined && failure !== null && depth < 8; depth += 1) {
    if (typeof failure.type === 'string') types.push(failure.type);
    for (const part of failure.errors ?? []) types.push(...errorTypes(part));
    failure = failure.cause as KafkaFailure | undefined;
  }
  return types;
}

export const isRefusal = (error: unknown): boolean => errorTypes(error).some((type) => REFUSALS.has(type));

export const isUnknownTopic = (error: unknown): boolean =>
  errorTypes(error).includes('UNKNOWN_TOPIC_OR_PARTITION');
