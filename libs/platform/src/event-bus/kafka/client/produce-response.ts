/** A partition of a topic, as a produce request's answer names it. */
export interface AnsweredPart {
  readonly topic: string;
  readonly partition: number;
}

/** What the error of an answer tells besides: kafkajs keeps but the first error of an answer, and not whose it is. */
export interface AnsweredParts {
  readonly refused: readonly AnsweredPart[];
  readonly written: readonly AnsweredPart[];
}

/** As kafkajs decodes it. */
export interface ProduceAnswer {
  readonly topics: readonly {
    readonly topicName: string;
    readonly partitions: readonly { readonly partition: number; readonly errorCode: number }[];
  }[];
}

/** Rejects as `parse` does; the error then has the partitions that were refused, and those that were written. */
export async function refusedParts(
  answer: ProduceAnswer,
  parse: (answer: ProduceAnswer) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await parse(answer);
  } catch (error) {
    throw Object.assign(error as Error, answeredParts(answer));
  }
}

function answeredParts({ topics }: ProduceAnswer): AnsweredParts {
  const parts = topics.flatMap(({ topicName: topic, partitions }) =>
    partitions.map(({ partition, errorCode }) => ({ topic, partition, errorCode })),
  );
  return {
    refused: parts.filter(({ errorCode }) => errorCode !== 0),
    written: parts.filter(({ errorCode }) => errorCode === 0),
  };
}
