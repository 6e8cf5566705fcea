import { LearningError } from '../errors.js';
import type { TermModel } from '../terms/term-model.js';
import { assertTermRows } from '../terms/term-rows.js';
import type { ModelArtifact } from './model-artifact.js';
import type { Tensor } from './safetensors.js';
import type { TensorReader } from './tensor-reader.js';

type TermPart = Required<Pick<ModelArtifact, 'terms' | 'goldenTerms'>>;

/** The arrays of a model over terms by tensor name; none where there is none. Throws `LEARN_ARTIFACT_METADATA`. */
export function tensorsOfTerms({ terms, goldenTerms }: ModelArtifact): Record<string, Tensor> {
  if (!terms && !goldenTerms) return {};
  if (!terms || !goldenTerms)
    throw new LearningError('LEARN_ARTIFACT_METADATA', 'terms and their golden rows belong together');
  const { weights, scales, blocks, blockSize } = terms;
  const { offsets, ids, scores } = goldenTerms;
  return {
    'terms.weights': { shape: [blocks.length, blockSize], data: weights },
    'terms.scales': { shape: [blocks.length], data: scales },
    'golden.term_offsets': { shape: [offsets.length], data: offsets },
    'golden.term_ids': { shape: [ids.length], data: ids },
    'golden.term_scores': { shape: [offsets.length - 1, blocks.length], data: scores },
  };
}

/** Ids that stray would be read beside the weights. */
function assertGoldenIds(terms: TermModel, { offsets, ids }: TermPart['goldenTerms']): void {
  try {
    assertTermRows({ ...terms, offsets, ids }, offsets.length - 1);
  } catch (cause) {
    if (!(cause instanceof LearningError)) throw cause;
    throw new LearningError('LEARN_ARTIFACT_TENSOR', `golden rows of terms: ${cause.detail}`, { cause });
  }
}

/** The model over terms of this description, checked. Throws `LEARN_ARTIFACT_TENSOR`, `LEARN_ARTIFACT_NUMBER`. */
export function readTerms(
  reader: TensorReader,
  description: Omit<TermModel, 'weights' | 'scales'>,
): TermPart {
  const { blocks, blockSize } = description;
  const terms = {
    ...description,
    weights: reader.read('terms.weights', 'I8', [blocks.length, blockSize]),
    scales: reader.read('terms.scales', 'F64', [blocks.length]),
  };
  if (terms.scales.some((scale) => scale <= 0))
    throw new LearningError('LEARN_ARTIFACT_NUMBER', 'the scale of a block is not above 0');
  const offsets = reader.read('golden.term_offsets', 'U32', [-1]);
  const goldenTerms = {
    offsets,
    ids: reader.read('golden.term_ids', 'U32', [-1]),
    scores: reader.read('golden.term_scores', 'F32', [Math.max(0, offsets.length - 1), blocks.length]),
  };
  assertGoldenIds(terms, goldenTerms);
  return { terms, goldenTerms };
}
