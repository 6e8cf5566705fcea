import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Hands a problem to the sides: the values (float32, row-major) and labels (int32) as they lie in memory, all else as
 * JSON. `work` gets the JSON's path; the folder is gone once it is through.
 */
export async function withProblem({ matrix, labels }, settings, work) {
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  try {
    writeFileSync(join(folder, 'values.f32'), matrix.values);
    writeFileSync(join(folder, 'labels.i32'), labels);
    const file = join(folder, 'problem.json');
    const { rows, columns } = matrix;
    writeFileSync(file, JSON.stringify({ rows, columns, classes: 2, ...settings }));
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
