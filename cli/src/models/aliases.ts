import { type components, unwrap } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { printable } from '../output/printable.js';

type Alias = components['schemas']['AliasResponse'];

export interface Promotion {
  readonly name: string;
  readonly version: number;
  readonly alias: string;
  readonly reason?: string;
  readonly ifRevision?: number;
}

export async function promote(invocation: Invocation, promotion: Promotion): Promise<void> {
  const { client, signal } = invocation;
  const { name, alias, version, reason, ifRevision } = promotion;
  const body = {
    version,
    ...(reason === undefined ? {} : { reason }),
    ...(ifRevision === undefined ? {} : { ifRevision }),
  };
  const params = { path: { name, alias } };
  const moved = await unwrap(client.PUT('/v1/models/{name}/aliases/{alias}', { params, body, signal }));
  await tell(invocation, moved);
}

export async function rollback(
  invocation: Invocation,
  { name, reason }: { readonly name: string; readonly reason?: string },
): Promise<void> {
  const { client, signal } = invocation;
  const body = reason === undefined ? {} : { reason };
  const params = { path: { name } };
  await tell(invocation, await unwrap(client.POST('/v1/models/{name}/rollback', { params, body, signal })));
}

async function tell({ output }: Invocation, moved: Alias): Promise<void> {
  if (output.json) return output.documents([moved]);
  const { name, alias, version, revision } = moved;
  await output.lines([`${printable(name)} version ${version} is ${alias} (revision ${revision})`]);
}
