import type { AnswerTask, AnswerWriter, OutputType } from './answer-writer.js';
import { CsvWriter } from './csv-writer.js';
import { HtmlWriter } from './html-writer.js';
import { JsonWriter } from './json-writer.js';

export { type AnswerTask, type AnswerWriter, OUTPUT_TYPES, type OutputType } from './answer-writer.js';

export function writerOf(type: OutputType, task: AnswerTask): AnswerWriter {
  if (type === 'text/csv') return new CsvWriter(task);
  return type === 'text/html' ? new HtmlWriter(task) : new JsonWriter();
}
