import { fault, indexAt, type JsonObject, listAt, numberAt, objectAt } from '../json/read-json.js';

/** A node of a tree as read: plain, checked, children by index, each above its parent. */
export interface ReadNode {
  readonly parent: number;
  /** -1 at a leaf. */
  readonly column: number;
  readonly splitValue: number;
  left: number;
  right: number;
  /** Class shares of a leaf; as many as the leaf knows classes. */
  readonly shares: readonly number[];
  readonly gain: number;
  /** Training rows; 0 where the JSON does not say. */
  readonly samples: number;
}

const SHARE_TOLERANCE = 1e-6;

function sharesAt(node: JsonObject, place: string): number[] {
  const [row] = listAt(node.distribution, `${place}.distribution`);
  const shares = listAt(row, `${place}.distribution`).map((share) =>
    numberAt(share, `${place}.distribution`),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.some((share) => share < 0) || Math.abs(sum - 1) > SHARE_TOLERANCE)
    throw fault(`${place}.distribution does not hold class shares`);
  return shares;
}

function samplesOf(node: JsonObject, place: string): number {
  return node.numberSamples === undefined ? 0 : indexAt(node.numberSamples, `${place}.numberSamples`);
}

/** `columns` gives the feature of each of the tree's columns. */
function readNode(
  node: JsonObject,
  parent: number,
  place: string,
  columns: readonly number[] | undefined,
): ReadNode {
  const samples = samplesOf(node, place);
  const unsplit = { parent, column: -1, splitValue: 0, left: 0, right: 0, gain: 0, samples };
  if (node.distribution !== undefined) return { ...unsplit, shares: sharesAt(node, place) };
  const split = indexAt(node.splitColumn, `${place}.splitColumn`);
  const column = columns ? columns[split] : split;
  if (column === undefined) throw fault(`${place}.splitColumn is ${split} of ${columns!.length} columns`);
  return {
    ...unsplit,
    column,
    splitValue: numberAt(node.splitValue, `${place}.splitValue`),
    shares: [],
    gain: typeof node.gain === 'number' && node.gain > 0 ? node.gain : 0,
  };
}

/** The nodes of an ml-cart tree, parents first. Without recursion: a tree may be as deep as it has rows. */
export function readTree(root: unknown, place: string, columns?: readonly number[]): ReadNode[] {
  const nodes: ReadNode[] = [];
  const open: { json: unknown; parent: number; side: 'left' | 'right' }[] = [
    { json: root, parent: -1, side: 'left' },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const json = objectAt(next.json, `${place}: a node`);
    const index = nodes.length;
    const node = readNode(json, next.parent, `${place}: node ${index}`, columns);
    nodes.push(node);
    if (next.parent >= 0) nodes[next.parent]![next.side] = index;
    if (node.column < 0) continue;
    open.push({ json: json.right, parent: index, side: 'right' });
    open.push({ json: json.left, parent: index, side: 'left' });
  }
  return nodes;
}
