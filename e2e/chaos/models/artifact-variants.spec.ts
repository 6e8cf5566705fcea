import { describe, expect, it } from 'vitest';
import { REFUSED_FAULTS } from '../plan/schedule.js';
import { faulty, withThresholds } from './artifact-variants.js';

const DATA = [0.25, 0.75, 9, 9];

/** Two golden probabilities and two other numbers, as a safetensors file. */
function exampleArtifact(): Uint8Array {
  const description = JSON.stringify({ thresholds: { malicious: 0.8, suspicious: 0.4 }, schema: 'url' });
  const tensor = (from: number) => ({ dtype: 'F32', shape: [2], data_offsets: [from, from + 8] });
  const header = JSON.stringify({
    __metadata__: { format: 'weir-model', description },
    'golden.probabilities': tensor(0),
    other: tensor(8),
  });
  const text = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return new Uint8Array(Buffer.concat([length, text, Buffer.from(new Float32Array(DATA).buffer)]));
}

function read(artifact: Uint8Array) {
  const length = Number(Buffer.from(artifact).readBigUInt64LE());
  const header = JSON.parse(Buffer.from(artifact.subarray(8, 8 + length)).toString());
  const data = [...new Float32Array(artifact.slice(8 + length).buffer)];
  return { length, description: JSON.parse(header.__metadata__.description), data };
}

describe('variants of an artifact', () => {
  it('differ in their thresholds and nothing else', () => {
    const { length, description, data } = read(withThresholds(exampleArtifact(), 0.5));
    expect(description).toEqual({ thresholds: { malicious: 0.4, suspicious: 0.2 }, schema: 'url' });
    expect(data).toEqual(DATA);
    expect(length % 8).toBe(0);
  });

  it.each(REFUSED_FAULTS)('are faulty by %s, with a hash that shows it or does not', (fault) => {
    const { stored, sha256Of } = faulty(exampleArtifact(), fault);
    expect(stored).not.toEqual(exampleArtifact());
    expect(Buffer.compare(stored, sha256Of) === 0).toBe(fault !== 'corrupt');
  });

  it('tell of other scores by their golden rows alone', () => {
    expect(read(faulty(exampleArtifact(), 'other-scores').stored).data).toEqual([0.5, 0.5, 9, 9]);
  });

  it('turn the thresholds round', () => {
    const { thresholds } = read(faulty(exampleArtifact(), 'thresholds').stored).description;
    expect(thresholds).toEqual({ malicious: 0.4, suspicious: 0.8 });
  });
});
