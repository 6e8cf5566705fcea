import { SCOPES } from '@weir/contracts';
import { hashOfKey, newKey } from '@weir/platform';
import type { Principal } from '../principal.js';

/** No catalogue gives out this id: its time would be that of 1970. */
const ID = '0'.repeat(20);
const KEY = newKey(ID);

/** A key for code of the gateway's own process, such as the standalone start. It is kept nowhere, and ends with it. */
export function processKey(): string {
  return KEY;
}

export const PROCESS_KEY = {
  id: ID,
  hash: hashOfKey(KEY),
  principal: { kind: 'key', name: 'weir', keyId: ID, scopes: SCOPES } satisfies Principal,
};
