import { protocolErrorsCodesById, ResponseError } from '@platformatic/kafka';

/** What of an error of the library matters here; a refused request holds one part for each error in the answer. */
interface Failure {
  readonly apiId?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** A broker's answer that is an error, by the name that Kafka's protocol gives it. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  constructor(
    readonly apiId: string,
    doing: string,
  ) {
    super(`${doing}: ${apiId}`);
  }
}

/** The name of an error code of the protocol; a code the library does not know keeps its number. */
export function errorName(code: number): string {
  return (protocolErrorsCodesById as Readonly<Record<number, string>>)[code] ?? `ERROR_${code}`;
}

/** Names of the protocol errors of an error, outermost first; none where no broker answered. */
export function errorNames(error: unknown): string[] {
  const names: string[] = [];
  let failure = error as Failure | undefined | null;
  for (let depth = 0; failure !== undefined && failure !== null && depth < 8; depth += 1) {
    if (typeof failure.apiId === 'string') names.push(failure.apiId);
    for (const part of failure.errors ?? []) names.push(...errorNames(part));
    failure = failure.cause as Failure | undefined;
  }
  return names;
}

export const hasError = (error: unknown, ...names: readonly string[]): boolean =>
  errorNames(error).some((name) => names.includes(name));

/** True where a broker answered, if only with an error: the connection is sound. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof ResponseError || error instanceof BrokerError;

/** The answer in which an error was found: the rest of it counts all the same. */
export function answerOf<Response>(error: unknown): Response | undefined {
  return error instanceof ResponseError ? (error as { response?: Response }).response : undefined;
}

const COORDINATOR_ERRORS = ['NOT_COORDINATOR', 'COORDINATOR_NOT_AVAILABLE', 'COORDINATOR_LOAD_IN_PROGRESS'];

/** The coordinator may be elsewhere now. */
export const isCoordinatorLost = (error: unknown): boolean =>
  !isAnswer(error) || hasError(error, ...COORDINATOR_ERRORS);

/** The records themselves are at fault: the same ones will be refused again, each by itself or in smaller company not always. */
const BATCH_REFUSALS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
]);

const TOPIC_REFUSALS = new Set([
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'TRANSACTIONAL_ID_AUTHORIZATION_FAILED',
  'POLICY_VIOLATION',
  'UNSUPPORTED_FOR_MESSAGE_FORMAT',
]);

/** Some record of the batch is refused, others may be taken. */
export const isBatchRefusal = (name: string): boolean => BATCH_REFUSALS.has(name);

export const isRefusal = (name: string): boolean => BATCH_REFUSALS.has(name) || TOPIC_REFUSALS.has(name);

/** The numbers a producer stamps its batches with are worth nothing any more. */
const PRODUCER_LOST = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
  'INVALID_PRODUCER_ID_MAPPING',
  'PRODUCER_FENCED',
]);

export const isProducerLost = (name: string): boolean => PRODUCER_LOST.has(name);
