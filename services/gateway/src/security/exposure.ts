import { type Environment, type Logger, WeirError } from '@weir/platform';
import { isLoopback } from './loopback.js';

/**
 * Until keys exist, whoever reaches the port may do everything: so it is the loopback's, unless the operator says that
 * the network is closed by other means. Throws `WEIR_CONFIG_INVALID`.
 */
export function checkExposure(
  { host, allowUnauthenticated }: Pick<Environment, 'host' | 'allowUnauthenticated'>,
  logger: Pick<Logger, 'warn'>,
): void {
  if (isLoopback(host)) {
    logger.warn('no API key is configured: the gateway serves this machine only');
    return;
  }
  if (!allowUnauthenticated) {
    throw new WeirError(
      'WEIR_CONFIG_INVALID',
      `WEIR_HOST is ${host}, and no API key is configured: use 127.0.0.1, or set WEIR_ALLOW_UNAUTHENTICATED=true where the network itself keeps strangers out`,
    );
  }
  logger.warn(
    { host },
    'no API key is configured: whoever reaches this address may train and promote models',
  );
}
