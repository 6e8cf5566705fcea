/** What to do about a run that failed, by the error's code. */
const ADVICE: Readonly<Record<string, string>> = {
  WEIR_DATA_EMPTY: 'Give a file with a header line and at least one row.',
  WEIR_DATA_BINARY: 'Give CSV, ARFF or NDJSON in UTF-8, gzipped or not.',
  WEIR_DATA_COLUMNS: 'Rename, add or remove the columns named, or choose the schema that has them.',
  WEIR_DATA_VALUE: 'Mend the row and column named, and upload the file again.',
  WEIR_DATA_LABEL: 'Use a label of the schema in the row named.',
  WEIR_DATA_MALFORMED: 'Mend the row named: its quotes, delimiters or JSON.',
  WEIR_DATA_ONE_CLASS: 'Give rows of at least two classes.',
  WEIR_DATA_TOO_SMALL: 'Give more rows of each class.',
  WEIR_DATA_UNLEARNABLE: 'Give more rows, or rows of another kind, as the message says.',
  WEIR_DATA_LEAK:
    'One simple rule predicts the label: a model would learn that rule and fail on data that was collected otherwise. Collect both classes alike, or start a run from training that accepts leaks: the model is then marked.',
  WEIR_REPORT_FAILED: 'Read the report, mend the data, and ingest it again.',
  WEIR_SOURCE_UNAVAILABLE: 'Check the source’s name, its rights, and that its server runs.',
  WEIR_SOURCE_REFUSED: 'Files must lie below the folder of WEIR_FILES.',
  WEIR_TRAINING_FAILED: 'Read the message, then start a run again from training.',
};

const OTHERWISE =
  'Start the run again. If it fails again, the service’s log says more: search it for the run’s id.';

export function adviceFor(code: string): string {
  return ADVICE[code] ?? OTHERWISE;
}
