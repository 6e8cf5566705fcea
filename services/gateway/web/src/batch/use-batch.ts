import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type BatchInput, batchInput } from './input/batch-input.js';
import { readText } from './input/read-text.js';
import { readSchemas } from './input/schemas.js';
import type { BatchResult } from './rows/batch-row.js';
import { score } from './scoring/score.js';
import type { Progress } from './scoring/scoring.js';

export type BatchState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly name: string; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }
  | {
      readonly kind: 'done';
      readonly name: string;
      readonly input: BatchInput;
      readonly result: BatchResult;
      readonly seconds: number;
    };

export interface Batch {
  readonly state: BatchState;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
}

const READING: Progress = { step: 'reading', done: 0, total: 0 };

/** From a file to its verdicts; a new file, and leaving the view, end what is under way. */
export function useBatch(): Batch {
  const [state, setState] = useState<BatchState>({ kind: 'waiting' });
  const running = useRef<AbortController>(undefined);
  const queries = useQueryClient();
  useEffect(() => () => running.current?.abort(), []);

  const run = async (file: File): Promise<void> => {
    const { name } = file;
    running.current?.abort();
    const aborting = new AbortController();
    running.current = aborting;
    const { signal } = aborting;
    const show = (next: BatchState): void => {
      if (!signal.aborted) setState(next);
    };
    const onProgress = (progress: Progress): void => show({ kind: 'working', name, progress });
    const began = performance.now();
    onProgress(READING);
    try {
      const [text, schemas] = await Promise.all([
        readText(file),
        queries.fetchQuery({ queryKey: ['schemas'], queryFn: readSchemas }),
      ]);
      const input = batchInput(name, text, schemas);
      const result = await score(input, schemas, { signal, onProgress });
      show({ kind: 'done', name, input, result, seconds: (performance.now() - began) / 1_000 });
    } catch (error) {
      show({ kind: 'failed', name, error });
    }
  };
  return {
    state,
    start: (file) => void run(file),
    cancel: () => {
      running.current?.abort();
      setState({ kind: 'waiting' });
    },
  };
}
