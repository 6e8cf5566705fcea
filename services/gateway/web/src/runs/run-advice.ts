/** What to do about a run that failed, where its message does not say so itself: messages end with a remedy. */
const ADVICE: Readonly<Record<string, string>> = {
  WEIR_DATA_COLUMNS: 'If the file is of another kind, upload it again with the schema that has its columns.',
  WEIR_DATA_LEAK:
    'A model would learn that one rule, and fail on data that was collected otherwise. Collect both classes alike; or start a run from training that accepts leaks: the model is then marked.',
  WEIR_REPORT_FAILED: 'The report says what is wrong, column by column.',
  WEIR_SOURCE_UNAVAILABLE: 'Once the source can be read, start the run again.',
  WEIR_TRAINING_FAILED: 'The data is checked and kept: start a run again from training, no upload is needed.',
  WEIR_INTERNAL: 'Search the services’ logs for the run’s id: they say more.',
};

export function adviceFor(code: string): string | null {
  return ADVICE[code] ?? null;
}
