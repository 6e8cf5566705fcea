import type { Issue, SourceKind, SourceRequest } from '@weir/contracts';
import { invalidRequest, issue } from '../http/request-validation.js';

/** The member that each kind of source cannot do without. */
const NEEDED: Readonly<Record<SourceKind, keyof SourceRequest>> = {
  file: 'path',
  upload: 'key',
  s3: 'key',
  mongodb: 'collection',
  kafka: 'topic',
};

/** Checks what class rules cannot: which members go with which kind. Throws `WEIR_REQUEST_INVALID`. */
export function checkSource(source: SourceRequest): void {
  const needed = NEEDED[source.kind];
  const issues: Issue[] = [];
  if (source[needed] === undefined || source[needed] === '') {
    issues.push(issue(`source.${needed}`, 'isNotEmpty', `a source of kind ${source.kind} needs ${needed}`));
  }
  if (source.kind === 'upload' && source.key !== undefined && !source.key.startsWith('uploads/')) {
    issues.push(issue('source.key', 'matches', 'an upload is an object below uploads/'));
  }
  if (issues.length > 0) throw invalidRequest(issues);
}
