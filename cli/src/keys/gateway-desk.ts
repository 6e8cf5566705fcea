import { pages, unwrapJson, unwrapResponse } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import type { KeyDesk, KeyEntry } from './key-desk.js';

const ALL = 100_000;

/** Keys over a gateway; its `admin` scope is needed once there is a key. */
export function gatewayDesk({ client, gateway, signal }: Invocation): KeyDesk {
  return {
    place: gateway,
    create: (order) =>
      unwrapJson(
        client.fetch('/v1/keys', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(order),
          signal,
        }),
      ),
    list: () => {
      const all = pages(({ cursor }) =>
        unwrapJson<{ keys: KeyEntry[]; next: string | null }>(
          client.fetch(`/v1/keys?limit=100${cursor === undefined ? '' : `&cursor=${cursor}`}`, { signal }),
        ),
      );
      return firstOf(all, ALL, (page) => page.keys);
    },
    revoke: async (id) => {
      await unwrapResponse(client.fetch(`/v1/keys/${encodeURIComponent(id)}`, { method: 'DELETE', signal }));
    },
    close: async () => undefined,
  };
}
