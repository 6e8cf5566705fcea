import { parentPort, workerData } from 'node:worker_threads';
import { encodeArtifact } from '../../artifact/codec.js';
import { describeFailure } from '../../parallel/worker-failure.js';
import { loadFitter } from '../fitter.js';
import { trainModel } from '../train-model.js';
import type { ThreadReply, ThreadRequest } from './messages.js';

const { input, workers, fitter } = workerData as ThreadRequest;
const reply = (message: ThreadReply) => parentPort?.postMessage(message);

try {
  const result = await trainModel(input, {
    workers,
    ...(fitter && { fitter: await loadFitter(fitter) }),
    onProgress: (progress) => reply({ progress }),
  });
  reply({ trained: { ...result, bytes: encodeArtifact(result.artifact) } });
} catch (error) {
  reply({ failure: describeFailure(error) });
}
