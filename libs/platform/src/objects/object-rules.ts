import { WeirError } from '../errors/index.js';

const NAME = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}$/;
const MAX_KEY = 512;

/** The key's names. Also what keeps a key from leaving the folder that holds the objects. */
export function namesOf(key: string): string[] {
  const names = key.split('/');
  if (key.length > MAX_KEY || !names.every((name) => NAME.test(name))) {
    throw new WeirError(
      'WEIR_REQUEST_INVALID',
      `${JSON.stringify(key.slice(0, 80))} cannot be an object's key.`,
      {
        context: { key: key.slice(0, MAX_KEY) },
      },
    );
  }
  return names;
}

export const missingError = (key: string) =>
  new WeirError('WEIR_OBJECT_MISSING', `There is no object "${key}".`, { context: { key } });

export const corruptError = (key: string, detail: string) =>
  new WeirError('WEIR_OBJECT_CORRUPT', `Object "${key}": ${detail}.`, { context: { key } });

export const tooLargeError = (key: string, maxBytes: number) =>
  new WeirError('WEIR_OBJECT_TOO_LARGE', `Object "${key}" is larger than ${maxBytes} bytes.`, {
    context: { key, maxBytes },
  });
