import { snappyCompress, snappyDecompress } from '@platformatic/wasm-utils';
import { expect, it } from 'vitest';
import { decompressSnappy } from './snappy.js';

const text = Buffer.from('a weir, a weir, a weir, and another weir '.repeat(50));
const compressed = (data: Buffer) => Buffer.from(snappyCompress(data));

it('reads plain snappy', () => {
  expect(decompressSnappy(compressed(text))).toEqual(text);
});

it("reads the blocks that Kafka's Java client frames", () => {
  const magic = Buffer.from('82534e4150505900', 'hex');
  const versions = Buffer.from('0000000100000001', 'hex');
  const blocks = [text.subarray(0, 700), text.subarray(700)].flatMap((part) => {
    const block = compressed(part);
    const length = Buffer.alloc(4);
    length.writeInt32BE(block.length);
    return [length, block];
  });
  const framed = Buffer.concat([magic, versions, ...blocks]);
  expect(decompressSnappy(framed)).toEqual(text);
  expect(() => snappyDecompress(framed)).toThrow();
});
