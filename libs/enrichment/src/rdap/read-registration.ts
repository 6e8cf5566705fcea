import type { Registration } from './registration.js';

/**
 * A domain object of RDAP (RFC 9083, 5.3): `ldhName`, and `registration` and `expiration` among its `events`.
 * `undefined` where it is none. Dates that cannot be read are left out.
 */
export function readRegistration(answer: unknown): Registration | undefined {
  if (!isObject(answer) || typeof answer.ldhName !== 'string') return undefined;
  const events = Array.isArray(answer.events) ? answer.events : [];
  const registeredAt = dateOf(events, 'registration');
  const expiresAt = dateOf(events, 'expiration');
  return {
    domain: answer.ldhName.toLowerCase().replace(/\.$/, ''),
    ...(registeredAt === undefined ? {} : { registeredAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function dateOf(events: readonly unknown[], action: string): number | undefined {
  const event = events.find((each) => isObject(each) && each.eventAction === action);
  if (!isObject(event) || typeof event.eventDate !== 'string') return undefined;
  const date = Date.parse(event.eventDate);
  return Number.isNaN(date) ? undefined : date;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
