import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { type ProduceAnswer, refusedParts } from './produce-response.js';

const require = createRequire(import.meta.url);
const { parse } = require('kafkajs/src/protocol/requests/produce/v3/response.js') as {
  parse: (answer: ProduceAnswer) => Promise<unknown>;
};
const MESSAGE_TOO_LARGE = 10;

const answer = (...errorCodes: number[]): ProduceAnswer => ({
  topics: [
    { topicName: 'urls', partitions: errorCodes.map((errorCode, partition) => ({ partition, errorCode })) },
  ],
});

it('gives an answer without errors on as it is', async () => {
  const fine = answer(0, 0);
  expect(await refusedParts(fine, parse)).toBe(fine);
});

it('adds to the error of kafkajs which partitions were refused, and which written', async () => {
  await expect(refusedParts(answer(0, MESSAGE_TOO_LARGE, 0), parse)).rejects.toMatchObject({
    type: 'MESSAGE_TOO_LARGE',
    refused: [{ topic: 'urls', partition: 1 }],
    written: [
      { topic: 'urls', partition: 0 },
      { topic: 'urls', partition: 2 },
    ],
  });
});
