import { readFileSync } from 'node:fs';
import type { WeirClientOptions } from '@weir/client';
import { CliError, usageError } from './errors/cli-error.js';

export const DEFAULT_GATEWAY = 'http://127.0.0.1:8080';

export interface GlobalOptions {
  readonly gateway?: string;
  readonly keyFile?: string;
  readonly json?: true;
  readonly color: boolean;
}

/** Where the gateway is and which key opens it. Throws where the address is none, or the key file cannot be read. */
export function gatewayOptions(
  { gateway, keyFile }: GlobalOptions,
  environment: NodeJS.ProcessEnv,
): WeirClientOptions & { readonly isNamed: boolean } {
  const named = gateway ?? nonEmpty(environment.WEIR_GATEWAY);
  const key = keyFile === undefined ? nonEmpty(environment.WEIR_API_KEY) : readKey(keyFile);
  return {
    gateway: httpUrl(named ?? DEFAULT_GATEWAY),
    isNamed: named !== undefined,
    ...(key === undefined ? {} : { key: headerSafe(key) }),
    // Somebody waits: a gateway that is not there is said within a second.
    retry: { attempts: 4, baseMs: 100 },
  };
}

function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text;
  throw usageError(`the gateway must be an http or https URL such as ${DEFAULT_GATEWAY}, not "${text}"`);
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new CliError('WEIR_USAGE', `the key file cannot be read: ${(error as Error).message}`, 64);
  }
}

function headerSafe(key: string): string {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw usageError('the key holds characters that no key has: is it the right file or variable?');
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
