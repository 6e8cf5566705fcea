import {
  type CodedColumns,
  codeColumns,
  tailDistance,
  writeHeadDistances,
  writeTables,
} from './coded-columns.js';
import { columnsBySpread } from './column-order.js';
import { NearestRows } from './nearest-rows.js';
import { addLeadingDistances, layOutColumns, type PlainColumns, withRest } from './plain-columns.js';

/** Rows gone through for one point before the next point's turn: their columns stay in the cache. */
const BLOCK_ROWS = 1024;

/** Points that take turns, at most. */
export const TILE_POINTS = 16;

/**
 * Exact nearest rows by brute force. Distances are sums of squared differences, in 64 bits of values in 32; no
 * |x|² − 2xy + |y|², which loses the last digits, and with them that equal rows are 0 apart and that ties are ties.
 * Few-valued columns are looked up in tables. A row is left as soon as the columns so far put it too far away.
 *
 * Memory is kept between calls, so one search serves one caller at a time.
 */
export class NeighbourSearch {
  /** One a point of the last {@link find}. */
  readonly nearest: readonly NearestRows[];
  private readonly rows: number;
  private readonly coded: CodedColumns;
  private readonly plain: PlainColumns;
  private readonly tableLength: number;
  private readonly tables: Float64Array;
  private readonly distances = new Float64Array(BLOCK_ROWS);
  private readonly restPoints: readonly Float64Array[];

  /**
   * Over `rows` (row-major, no `NaN`) with a weight each; finds rows until their weights reach `wanted`
   * (see {@link NearestRows}).
   */
  constructor(
    rows: Float32Array,
    private readonly columns: number,
    weights: Float64Array,
    wanted: number,
  ) {
    this.rows = weights.length;
    this.coded = codeColumns(rows, columns, columnsBySpread(rows, columns));
    this.plain = layOutColumns(rows, columns, this.coded.others);
    this.tableLength = this.coded.chunks.length * this.coded.stride;
    this.tables = new Float64Array(TILE_POINTS * this.tableLength);
    this.restPoints = Array.from({ length: TILE_POINTS }, () => new Float64Array(this.plain.rest.length));
    this.nearest = Array.from({ length: TILE_POINTS }, () => new NearestRows(wanted, weights));
  }

  /** Finds the neighbours of up to {@link TILE_POINTS} points (row-major, no `NaN`). */
  find(points: Float32Array, count: number): void {
    for (let point = 0; point < count; point++) this.begin(points, point);
    for (let first = 0; first < this.rows; first += BLOCK_ROWS) {
      const end = Math.min(this.rows, first + BLOCK_ROWS);
      for (let point = 0; point < count; point++) this.searchBlock(points, point, first, end);
    }
  }

  private begin(points: Float32Array, point: number): void {
    const { rest } = this.plain;
    const start = point * this.columns;
    const restPoint = this.restPoints[point]!;
    for (let index = 0; index < rest.length; index++) restPoint[index] = points[start + rest[index]!]!;
    writeTables(this.coded, points, start, this.tables, point * this.tableLength);
    this.nearest[point]!.clear();
  }

  private searchBlock(points: Float32Array, point: number, first: number, end: number): void {
    const { distances, plain, coded, tables, rows } = this;
    const at = point * this.tableLength;
    writeHeadDistances(coded, tables, at, rows, first, end, distances);
    addLeadingDistances(plain, points, point * this.columns, rows, first, end, distances);
    const nearest = this.nearest[point]!;
    const restPoint = this.restPoints[point]!;
    let worst = nearest.worst;
    for (let row = first; row < end; row++) {
      const head = distances[row - first]!;
      if (head >= worst) continue;
      const distance = head + tailDistance(coded, tables, at, rows, row);
      if (distance >= worst) continue;
      nearest.offer(withRest(plain, restPoint, row, distance, worst), row);
      worst = nearest.worst;
    }
  }
}
