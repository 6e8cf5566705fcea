import { unwrap } from '@weir/client';
import { CliError } from '../errors/cli-error.js';
import type { Invocation } from '../invocation.js';

/** A version's number, of itself or of the alias that points at it. Throws where no such alias is set. */
export async function versionOf(
  { client, signal }: Invocation,
  name: string,
  version: string,
): Promise<number> {
  if (/^[1-9]\d*$/.test(version)) return Number(version);
  const params = { path: { name }, query: { limit: 1 } };
  const { aliases } = await unwrap(client.GET('/v1/models/{name}', { params, signal }));
  const found = (aliases as Readonly<Record<string, number | undefined>>)[version];
  if (found !== undefined) return found;
  const known = Object.keys(aliases).join(', ') || 'none yet';
  throw new CliError('WEIR_NOT_FOUND', `${name} has no alias "${version}"; its aliases: ${known}`);
}
