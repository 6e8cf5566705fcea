import { type Environment, type Logger, WeirError } from '@weir/platform';
import { isLoopback } from './loopback.js';

/** What is known of the keys at the start. */
export interface KnownKeys {
  /** False where they could not be read. */
  readonly isKnown: boolean;
  readonly hasKeys: boolean;
  readonly inForce: number;
}

type Exposure = Pick<Environment, 'host' | 'allowUnauthenticated'>;

/** Whether everybody who reaches the gateway may use it, as long as no key exists. */
export function mayBeOpen({ host, allowUnauthenticated }: Exposure): boolean {
  return isLoopback(host) || allowUnauthenticated;
}

/**
 * Says once who is let in. While no key exists, whoever reaches the port may do everything: so it is the loopback's,
 * unless the operator says that the network is closed by other means. Throws `WEIR_CONFIG_INVALID`.
 */
export function checkExposure(
  environment: Exposure,
  { isKnown, hasKeys, inForce }: KnownKeys,
  logger: Pick<Logger, 'info' | 'warn'>,
): void {
  if (!isKnown) logger.warn('the API keys cannot be read yet: until then only public routes answer');
  else if (hasKeys) tellKeys(inForce, logger);
  else checkOpen(environment, logger);
}

function tellKeys(inForce: number, logger: Pick<Logger, 'info' | 'warn'>): void {
  if (inForce > 0) logger.info({ keys: inForce }, 'API keys are configured: every request needs one');
  else logger.warn('no API key is in force any more: `weir keys create` makes one');
}

function checkOpen(environment: Exposure, logger: Pick<Logger, 'warn'>): void {
  const { host } = environment;
  if (!mayBeOpen(environment)) {
    throw new WeirError(
      'WEIR_CONFIG_INVALID',
      `WEIR_HOST is ${host}, and no API key is configured: make one with \`weir keys create\`, use 127.0.0.1, or set WEIR_ALLOW_UNAUTHENTICATED=true where the network itself keeps strangers out`,
    );
  }
  if (isLoopback(host)) logger.warn('no API key is configured: the gateway serves this machine only');
  else
    logger.warn(
      { host },
      'no API key is configured: whoever reaches this address may train and promote models',
    );
}
