import { ATTRIBUTE_TYPE, type OnnxAttribute, type OnnxTensor } from '../proto/onnx-messages.js';

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export const intAttribute = (name: string, i: number): OnnxAttribute => ({
  name,
  type: ATTRIBUTE_TYPE.int,
  i,
});

export const stringAttribute = (name: string, text: string): OnnxAttribute => ({
  name,
  type: ATTRIBUTE_TYPE.string,
  s: utf8(text),
});

export const intsAttribute = (name: string, ints: readonly number[]): OnnxAttribute => ({
  name,
  type: ATTRIBUTE_TYPE.ints,
  ints,
});

export const stringsAttribute = (name: string, texts: readonly string[]): OnnxAttribute => {
  // A forest repeats two words a million times.
  const bytes = new Map(Array.from(new Set(texts), (text) => [text, utf8(text)]));
  return { name, type: ATTRIBUTE_TYPE.strings, strings: texts.map((text) => bytes.get(text)!) };
};

export const tensorAttribute = (name: string, t: OnnxTensor): OnnxAttribute => ({
  name,
  type: ATTRIBUTE_TYPE.tensor,
  t,
});
