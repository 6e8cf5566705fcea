import { pages, unwrap } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import type { KeyDesk } from './key-desk.js';

const ALL = 100_000;

/** Keys over a gateway; its `admin` scope is needed once there is a key. */
export function gatewayDesk({ client, gateway, signal }: Invocation): KeyDesk {
  return {
    place: gateway,
    create: (order) => unwrap(client.POST('/v1/keys', { body: order, signal })),
    list: () => {
      const all = pages((at) =>
        unwrap(client.GET('/v1/keys', { params: { query: { limit: 1_000, ...at } }, signal })),
      );
      return firstOf(all, ALL, (page) => page.keys);
    },
    revoke: async (id) => {
      await unwrap(client.DELETE('/v1/keys/{id}', { params: { path: { id } }, signal }));
    },
    close: async () => undefined,
  };
}
