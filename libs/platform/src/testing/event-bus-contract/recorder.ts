import type { BatchHandler, EventBatch, EventRecord } from '../../event-bus/event-bus.js';
import { valuesOf } from './scope.js';

/** A handler that keeps what it is given. */
export class Recorder {
  readonly batches: EventBatch[] = [];

  readonly handler: BatchHandler = async (batch) => {
    this.batches.push(batch);
  };

  get records(): EventRecord[] {
    return this.batches.flatMap((batch) => batch.records);
  }

  get values(): string[] {
    return valuesOf(this.records);
  }

  ofPartition(partition: number): string[] {
    return valuesOf(this.records.filter((record) => record.partition === partition));
  }
}

/** A door that handlers wait at until the test opens it. */
export class Gate {
  readonly opened: Promise<void>;
  #open: () => void = () => {};

  constructor() {
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
