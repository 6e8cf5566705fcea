import type { SchemaOutline } from './use-schemas.js';

/** The columns that a CSV's first line names, or an ARFF's attributes; none where it is not text. */
export function headerOf(start: string): string[] {
  const attributes = [...start.matchAll(/^@attribute\s+('[^']+'|"[^"]+"|\S+)/gim)];
  if (attributes.length > 0) return attributes.map(([, name = '']) => bare(name));
  if (start.includes('\u0000') || start.includes('\ufffd')) return [];
  const [line = ''] = start.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    line.split(each).length > line.split(best).length ? each : best,
  );
  return line.split(delimiter).map(bare);
}

function bare(name: string): string {
  return name.trim().replace(/^(['"])(.*)\1$/, '$2');
}

/** The schema whose columns the header has, most of them first; null where none fits. */
export function schemaFor(header: readonly string[], schemas: readonly SchemaOutline[]): string | null {
  const names = new Set(header.map((each) => each.toLowerCase()));
  if (names.has('url')) return schemas.find(({ name }) => name === 'url')?.name ?? null;
  const fitting = schemas
    .map(({ name, columns }) => ({
      name,
      share: columns.filter((column) => names.has(column.name.toLowerCase())).length / (columns.length || 1),
    }))
    .sort((a, b) => b.share - a.share)[0];
  return fitting !== undefined && fitting.share > 0.5 ? fitting.name : null;
}
