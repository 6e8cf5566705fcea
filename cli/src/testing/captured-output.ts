import { Writable } from 'node:stream';
import { Output, type OutputStream } from '../output/output.js';

/** A stream that remembers; a terminal if told so. */
export function capturedStream(terminal = false): OutputStream & { text(): string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return Object.assign(stream, { isTTY: terminal, columns: 60, text: () => text });
}

export function capturedOutput({ json = false, terminal = false } = {}) {
  const out = capturedStream(terminal);
  const notes = capturedStream(terminal);
  const output = new Output(out, notes, { json, colourRefused: true, environment: {} });
  return { output, out: out.text, notes: notes.text };
}
