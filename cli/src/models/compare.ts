import { unwrap } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { printable } from '../output/printable.js';
import { decimal } from './show.js';

export async function compare(
  { client, output, signal }: Invocation,
  { name, a, b }: { readonly name: string; readonly a: string; readonly b: string },
): Promise<void> {
  const params = { path: { name }, query: { a, b } };
  const found = await unwrap(client.GET('/v1/models/{name}/compare', { params, signal }));
  if (output.json) return output.documents([found]);
  const titles = [found.a, found.b].map(({ version, algorithm }) => `${version} (${algorithm})`);
  const [first = '', second = ''] = titles;
  await output.table(
    [
      { title: 'METRIC' },
      { title: first, align: 'right' },
      { title: second, align: 'right' },
      { title: 'DIFFERENCE', align: 'right' },
    ],
    found.metrics.map((each) => [
      printable([each.split, each.metric].filter(Boolean).join('.')),
      decimal(each.a),
      decimal(each.b),
      signed(each.difference),
    ]),
  );
  if (found.parameters.length === 0) return;
  await output.lines(['']);
  await output.table(
    [{ title: 'PARAMETER' }, { title: first, align: 'right' }, { title: second, align: 'right' }],
    found.parameters.map((each) => [printable(each.parameter), told(each.a), told(each.b)]),
  );
}

function signed(value: number | null | undefined): string {
  return typeof value === 'number' && value > 0 ? `+${decimal(value)}` : decimal(value);
}

function told(value: unknown): string {
  return value === undefined || value === null ? '' : printable(JSON.stringify(value));
}
