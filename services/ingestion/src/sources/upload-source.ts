import type { SourceRequest } from '@weir/contracts';
import { type Objects, WeirError } from '@weir/platform';
import { openBytes } from './byte-source.js';
import { requireMember } from './require-member.js';
import type { OpenSource, Source } from './source.js';

/** Where the gateway puts what it is sent. */
export const UPLOAD_PREFIX = 'uploads/';

/** Uploads: objects below `uploads/` in the service's own store. */
export class UploadSource implements Source {
  constructor(private readonly objects: Objects) {}

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const key = requireMember(request, 'key');
    if (!key.startsWith(UPLOAD_PREFIX) || key.split('/').includes('..')) {
      throw new WeirError('WEIR_SOURCE_REFUSED', `An upload's key begins with ${UPLOAD_PREFIX}`);
    }
    const bytes = await this.objects.get(key);
    const close = async () => {
      bytes.destroy();
    };
    return openBytes({ name: key, bytes, facts: {}, close }, request, expected);
  }
}
