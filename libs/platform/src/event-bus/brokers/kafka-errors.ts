import { WeirError } from '../../errors/index.js';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function unavailable(doing: string, cause: unknown): WeirError {
  return new WeirError('WEIR_BUS_UNAVAILABLE', `Kafka cannot be reached (${doing}): ${reasonOf(cause)}`, {
    cause,
  });
}

export function refused(topics: readonly string[], cause: unknown): WeirError {
  return new WeirError(
    'WEIR_BUS_REJECTED',
    `Kafka refused a record of ${topics.join(', ')}: ${reasonOf(cause)}`,
    {
      cause,
      context: { topics },
    },
  );
}

export function topicMissing(topics: readonly string[], cause?: unknown): WeirError {
  return new WeirError('WEIR_TOPIC_MISSING', `No such topic: ${topics.join(', ')}`, {
    cause,
    context: { topics },
  });
}
