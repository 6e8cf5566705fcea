import type { RefusedFault } from '../plan/schedule.js';

/** A safetensors file in its parts: length of the header, header, data. */
interface Parts {
  readonly header: { __metadata__: Record<string, string>; [tensor: string]: unknown };
  readonly data: Uint8Array;
}

const LENGTH_BYTES = 8;

/** The same model with other thresholds: other verdicts, other bytes. `by` multiplies both. */
export function withThresholds(artifact: Uint8Array, by: number): Uint8Array {
  return changedThresholds(artifact, ({ malicious, suspicious }) => ({
    malicious: malicious * by,
    suspicious: suspicious * by,
  }));
}

/** An artifact that must be refused, and what the registry says of it: `sha256Of` is what its hash is taken of. */
export function faulty(
  artifact: Uint8Array,
  fault: RefusedFault,
): { readonly stored: Uint8Array; readonly sha256Of: Uint8Array } {
  switch (fault) {
    case 'corrupt':
      return { stored: flipped(artifact), sha256Of: artifact };
    case 'truncated': {
      const stored = artifact.slice(0, Math.floor(artifact.length / 2));
      return { stored, sha256Of: stored };
    }
    case 'thresholds': {
      const stored = changedThresholds(artifact, ({ malicious, suspicious }) => ({
        malicious: suspicious,
        suspicious: malicious,
      }));
      return { stored, sha256Of: stored };
    }
    case 'other-scores': {
      const stored = withOtherScores(artifact);
      return { stored, sha256Of: stored };
    }
  }
}

interface Thresholds {
  readonly malicious: number;
  readonly suspicious: number;
}

function changedThresholds(artifact: Uint8Array, change: (thresholds: Thresholds) => Thresholds): Uint8Array {
  const { header, data } = partsOf(artifact);
  const description = JSON.parse(header.__metadata__.description ?? '{}') as { thresholds: Thresholds };
  description.thresholds = change(description.thresholds);
  header.__metadata__.description = JSON.stringify(description);
  return joined({ header, data });
}

/** The golden rows tell of other scores than the model gives. */
function withOtherScores(artifact: Uint8Array): Uint8Array {
  const { header, data } = partsOf(artifact);
  const golden = header['golden.probabilities'] as { readonly data_offsets: readonly [number, number] };
  const [from, to] = golden.data_offsets;
  const changed = data.slice();
  changed.set(new Uint8Array(new Float32Array((to - from) / 4).fill(0.5).buffer), from);
  return joined({ header, data: changed });
}

/** One bit of the last byte. */
function flipped(artifact: Uint8Array): Uint8Array {
  const copy = artifact.slice();
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}

function partsOf(artifact: Uint8Array): Parts {
  const length = Number(new DataView(artifact.buffer, artifact.byteOffset).getBigUint64(0, true));
  const text = new TextDecoder().decode(artifact.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  return { header: JSON.parse(text) as Parts['header'], data: artifact.slice(LENGTH_BYTES + length) };
}

/** The header is padded with spaces to a multiple of eight bytes, as the format has it. */
function joined({ header, data }: Parts): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(LENGTH_BYTES + length + data.length).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, LENGTH_BYTES);
  file.set(data, LENGTH_BYTES + length);
  return file;
}
