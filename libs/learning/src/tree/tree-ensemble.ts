/**
 * Trees as flat arrays, one node an index, all trees in one set of arrays. A decision tree is an ensemble of one.
 * A child's index is always above its parent's, so a walk ends.
 */
export interface TreeEnsemble {
  /** The root of each tree. */
  readonly roots: Int32Array;
  /** The column a node asks for; -1 at a leaf. */
  readonly feature: Int32Array;
  /** A value goes left when it is at most this. */
  readonly threshold: Float32Array;
  /** 1 where a missing value goes left. */
  readonly missingLeft: Uint8Array;
  /** Indexes of the children; 0 at a leaf. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Numbers a node holds. */
  readonly width: number;
  /**
   * `nodes` × `width`, what a node has to say: its class shares (trees, forests), its weighted vote for each class
   * (AdaBoost), or what it adds to one class's score (gradient boosting; `width` 1). Only leaves count in a prediction.
   */
  readonly values: Float32Array;
  /** Training weight that reached each node. */
  readonly cover: Float32Array;
}

function concatenate<T extends Int32Array | Float32Array | Uint8Array>(
  parts: readonly T[],
  create: (length: number) => T,
): T {
  const whole = create(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** The trees of all parts as one ensemble, in order; indexes are moved to their new place. */
export function joinEnsembles(parts: readonly TreeEnsemble[]): TreeEnsemble {
  const int32 = (length: number) => new Int32Array(length);
  let nodes = 0;
  const moved = parts.map((part) => {
    const by = nodes;
    nodes += part.feature.length;
    const move = (child: number) => (child === 0 ? 0 : child + by);
    return {
      roots: part.roots.map((root) => root + by),
      left: part.left.map(move),
      right: part.right.map(move),
    };
  });
  return {
    roots: concatenate(
      moved.map((part) => part.roots),
      int32,
    ),
    feature: concatenate(
      parts.map((part) => part.feature),
      int32,
    ),
    threshold: concatenate(
      parts.map((part) => part.threshold),
      (length) => new Float32Array(length),
    ),
    missingLeft: concatenate(
      parts.map((part) => part.missingLeft),
      (length) => new Uint8Array(length),
    ),
    left: concatenate(
      moved.map((part) => part.left),
      int32,
    ),
    right: concatenate(
      moved.map((part) => part.right),
      int32,
    ),
    width: parts[0]!.width,
    values: concatenate(
      parts.map((part) => part.values),
      (length) => new Float32Array(length),
    ),
    cover: concatenate(
      parts.map((part) => part.cover),
      (length) => new Float32Array(length),
    ),
  };
}
