import type { Invocation } from '../invocation.js';
import { gatewayDesk } from './gateway-desk.js';
import type { KeyDesk } from './key-desk.js';

/** The gateway that was named, else the store itself, else, where a running Weir holds that, its gateway. */
export async function deskOf(invocation: Invocation): Promise<KeyDesk> {
  if (invocation.isGatewayNamed) return gatewayDesk(invocation);
  const { storeDesk } = await import('./store-desk.js');
  const desk = await storeDesk(invocation.environment);
  if (desk !== null) return desk;
  const { gateway, output } = invocation;
  output.note(`weir: a running Weir holds the state folder: asking ${gateway} (--gateway names another).`);
  return gatewayDesk(invocation);
}
