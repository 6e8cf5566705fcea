export type Format = 'safetensors' | 'onnx' | 'ml-random-forest';

/** What each format is for. */
export const FORMAT_WORDS: Readonly<Record<Format, string>> = {
  safetensors: 'the model as Weir keeps it, whole',
  onnx: 'for ONNX Runtime, in any language',
  'ml-random-forest': 'JSON for the JavaScript package ml-random-forest',
};

const TREES: readonly string[] = ['decision-tree', 'random-forest'];

/** The formats that a model of an algorithm can have; a model may still lack one, and the gateway then says why. */
export function formatsOf(algorithm: string): Format[] {
  return [
    'safetensors',
    ...(algorithm === 'knn' ? [] : (['onnx'] as const)),
    ...(TREES.includes(algorithm) ? (['ml-random-forest'] as const) : []),
  ];
}

/** The name a download has, as the gateway says it. */
export function filenameOf(disposition: string | null, otherwise: string): string {
  return /filename="([^"/\\]+)"/.exec(disposition ?? '')?.[1] ?? otherwise;
}
