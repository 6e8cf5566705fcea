import { parseArgs } from 'node:util';

export const DELIVERIES = ['at-least-once', 'exactly-once'] as const;
export type Delivery = (typeof DELIVERIES)[number];
export const CLIENTS = ['kafkajs', 'platformatic'] as const;
export type KafkaClientName = (typeof CLIENTS)[number];

export interface ChaosOptions {
  readonly seed: number;
  /** Rounds of each delivery. */
  readonly rounds: number;
  /** URLs a round. */
  readonly urls: number;
  /** Seconds of faults a round; the URLs are spread over them. */
  readonly seconds: number;
  readonly deliveries: readonly Delivery[];
  readonly client: KafkaClientName;
  /** Seconds after a promotion during which the version before may still answer. */
  readonly grace: number;
  /** Seconds without progress after which a round is given up. */
  readonly stall: number;
}

export const USAGE = `npm run test:chaos -- [options]
  --seed 7                     of the faults; the same seed gives the same ones (default: drawn, and printed)
  --rounds 10                  rounds of each delivery (1)
  --urls 100000                uniquely numbered URLs a round (100000)
  --seconds 75                 of faults a round; the URLs are spread over them (75)
  --delivery exactly-once      or at-least-once, or both (both)
  --client kafkajs             or platformatic (kafkajs)
  --grace 10                   seconds that the version before may answer after a promotion (10)
  --stall 120                  seconds without progress after which a round is given up (120)
  --short                      8000 URLs and 20 seconds, where not said otherwise
Servers are taken from KAFKA_BROKERS, MONGODB_URI, REDIS_URL and S3_*. KAFKA_STOP_COMMAND and KAFKA_START_COMMAND stop
the broker hard and start it; without them the network in front of it is cut.
`;

/** Throws a `TypeError` with what is wrong with the arguments. */
export function readOptions(parameters: readonly string[], drawSeed: () => number): ChaosOptions {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      seed: { type: 'string' },
      rounds: { type: 'string' },
      urls: { type: 'string' },
      seconds: { type: 'string' },
      delivery: { type: 'string' },
      client: { type: 'string' },
      grace: { type: 'string' },
      stall: { type: 'string' },
      short: { type: 'boolean' },
    },
  });
  const short = values.short === true;
  const number = (name: 'seed' | 'rounds' | 'urls' | 'seconds' | 'grace' | 'stall', otherwise: number) =>
    wholeNumber(name, values[name], otherwise);
  return {
    seed: values.seed === undefined ? drawSeed() : number('seed', 0),
    rounds: number('rounds', 1),
    urls: number('urls', short ? 8_000 : 100_000),
    seconds: number('seconds', short ? 20 : 75),
    deliveries:
      values.delivery === undefined || values.delivery === 'both'
        ? DELIVERIES
        : [oneOf('delivery', DELIVERIES, values.delivery)],
    client: oneOf('client', CLIENTS, values.client ?? 'kafkajs'),
    grace: number('grace', 10),
    stall: number('stall', 120),
  };
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new TypeError(`--${name} must be a whole number, not "${given}"`);
  return Number(given);
}

function oneOf<T extends string>(name: string, allowed: readonly T[], given: string): T {
  const found = allowed.find((each) => each === given);
  if (found === undefined) throw new TypeError(`--${name} must be ${allowed.join(' or ')}, not "${given}"`);
  return found;
}
