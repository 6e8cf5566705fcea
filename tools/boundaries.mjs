#!/usr/bin/env node
// Enforces the architecture's one-way dependencies on Nx's project graph. Nx makes it from the packages' dependencies,
// and Biome (noUndeclaredDependencies) refuses an import that is not among them; rootDir refuses relative ways around.
// (Nx's own rule needs ESLint and TypeScript's old programming interface, which TypeScript 7 no longer has.)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a project of each layer may import. */
const ALLOWED = {
  'layer:contracts': [],
  'layer:pure': ['layer:contracts', 'layer:pure'],
  'layer:platform': ['layer:contracts'],
  'layer:network': ['layer:contracts', 'layer:pure', 'layer:platform'],
  'layer:service': ['layer:contracts', 'layer:pure', 'layer:platform', 'layer:network'],
  'layer:client': [],
  'layer:page': ['layer:client', 'layer:pure'],
  'layer:composition': ['layer:contracts', 'layer:pure', 'layer:platform', 'layer:service', 'layer:client'],
  'layer:e2e': ['layer:contracts', 'layer:platform', 'layer:composition', 'layer:client'],
};

const folder = mkdtempSync(join(tmpdir(), 'weir-graph-'));
const file = join(folder, 'graph.json');
execFileSync('npx', ['nx', 'graph', `--file=${file}`], { stdio: ['ignore', 'ignore', 'inherit'] });
const { graph } = JSON.parse(readFileSync(file, 'utf8'));
rmSync(folder, { recursive: true });

const layerOf = (name) => graph.nodes[name]?.data.tags?.find((tag) => tag.startsWith('layer:'));
const problems = [];
for (const name of Object.keys(graph.nodes)) {
  const layer = layerOf(name);
  if (layer === undefined) continue;
  for (const { target } of graph.dependencies[name] ?? []) {
    const other = layerOf(target);
    if (other !== undefined && !ALLOWED[layer].includes(other))
      problems.push(`${name} (${layer}) imports ${target} (${other})`);
  }
}
for (const problem of problems) process.stderr.write(`boundary: ${problem}\n`);
process.stdout.write(`${Object.keys(graph.nodes).length} projects, ${problems.length} boundary violations\n`);
process.exit(problems.length === 0 ? 0 : 1);
