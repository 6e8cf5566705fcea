import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, issue } from '../request-validation.js';
import { isAmong, tagsOf } from './entity-tag.js';

/** Whether a change may be made to what there is now: `tag` is its entity tag, null where there is nothing. */
export type Precondition = (tag: string | null) => boolean;

/** Describes `If-Match` and `If-None-Match` of a change. */
export function ApiPrecondition(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The `ETag` of what is to be changed, or `*`: 412 where it is another by now',
    }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: '`*`: 412 where there is one already',
    }),
  );
}

/** What `If-Match` and `If-None-Match` ask for (RFC 9110, section 13.1); undefined where neither is sent. Throws `WEIR_REQUEST_INVALID`. */
export function preconditionOf({ headers }: Pick<FastifyRequest, 'headers'>): Precondition | undefined {
  const match = tagsIn('If-Match', headers['if-match']);
  const noneMatch = tagsIn('If-None-Match', headers['if-none-match']);
  if (match === undefined && noneMatch === undefined) return undefined;
  return (tag) => {
    // Strong comparison: a weak tag in If-Match matches nothing.
    if (match !== undefined && (tag === null || !(match === '*' || match.includes(tag)))) return false;
    return noneMatch === undefined || tag === null || !isAmong(tag, noneMatch);
  };
}

/** 412: what the client wants to change is not what it saw. */
export function preconditionFailed(subject: string): WeirError {
  return new WeirError('WEIR_PRECONDITION_FAILED', `${subject} is not at the entity tag that was sent`);
}

function tagsIn(name: string, header: string | undefined): readonly string[] | '*' | undefined {
  if (header === undefined) return undefined;
  const tags = tagsOf(header);
  if (tags !== null) return tags;
  throw invalidRequest([issue(name, 'matches', `${name} must be * or entity tags in double quotes`)]);
}
