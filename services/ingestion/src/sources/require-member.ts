import type { SourceRequest } from '@weir/contracts';
import { WeirError } from '@weir/platform';

/** A member that a request of this kind cannot do without. Throws `WEIR_REQUEST_INVALID`. */
export function requireMember(
  request: SourceRequest,
  member: 'path' | 'key' | 'collection' | 'topic',
): string {
  const value = request[member];
  if (value !== undefined && value !== '') return value;
  throw new WeirError('WEIR_REQUEST_INVALID', `A source of kind ${request.kind} needs "${member}"`, {
    context: { path: `source.${member}` },
  });
}
