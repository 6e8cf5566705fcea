import { parentPort } from 'node:worker_threads';
import { createScorer, decodeArtifact } from '@weir/learning';
import { type ScoringModel, UrlClassifier } from '../classification/url-classifier.js';
import { scoreUrls } from './score-urls.js';
import { packScores } from './scores-message.js';
import { splitUrls, type ThreadReply, type ThreadRequest } from './thread-protocol.js';

const models = new Map<number, ScoringModel>();
const classifier = new UrlClassifier();

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.kind === 'forget') models.delete(request.key);
  else if (request.kind === 'model') models.set(request.key, modelOf(request.artifact));
  else answer(request);
});

/** Checked before it came into service: a failure here is a fault, and ends the thread. */
function modelOf(bytes: Uint8Array): ScoringModel {
  const artifact = decodeArtifact(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { artifact, scorer: createScorer(artifact) };
}

function answer(request: Extract<ThreadRequest, { readonly kind: 'score' }>): void {
  const { batch, key } = request;
  try {
    const model = models.get(key);
    if (model === undefined) throw new Error(`model ${key} was not sent`);
    const scores = packScores(scoreUrls(classifier, model, splitUrls(request)), classifier.lastRows());
    const { values, probabilities, domainLengths, isIp } = scores;
    reply({ batch, scores }, [
      values.buffer,
      probabilities.buffer,
      domainLengths.buffer,
      isIp.buffer,
    ] as ArrayBuffer[]);
  } catch (error) {
    reply({ batch, failure: (error as Error).stack ?? String(error) });
  }
}

function reply(message: ThreadReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
