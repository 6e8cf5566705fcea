// What the environment may change of the stream's benchmarks.

/** Events measured in a round; those that warm a process up come before them. */
export const EVENTS = wholeNumber('BENCH_EVENTS', 200_000);
export const WARM_UP = wholeNumber('BENCH_WARM_UP', 20_000);
export const ROUNDS = wholeNumber('BENCH_ROUNDS', 3);

/** Seconds at each rate that latency is measured at, and those before them that do not count. */
export const SECONDS = wholeNumber('BENCH_SECONDS', 60);
export const WARM_UP_SECONDS = wholeNumber('BENCH_WARM_UP_SECONDS', 5);

/** Share of the events whose URL is made to look like phishing. */
export const FLAGGED = share('BENCH_FLAGGED', 0.02);

/** `none`, as most who submit do: the clients spread records over the partitions. `partition`: a key for each partition. */
export const KEYS = oneOf('BENCH_KEYS', ['none', 'partition']);

/** The sides asked for, by name; `undefined` where all of the measure's own are. */
export const SIDES = process.env.BENCH_SIDES?.split(',').map((name) => name.trim());

function wholeNumber(variable, otherwise) {
  const number = Number(process.env[variable] ?? otherwise);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`${variable} is "${process.env[variable]}", not a whole number above 0`);
  return number;
}

function share(variable, otherwise) {
  const number = Number(process.env[variable] ?? otherwise);
  if (!(number >= 0 && number <= 1))
    throw new Error(`${variable} is "${process.env[variable]}", not a share from 0 to 1`);
  return number;
}

function oneOf(variable, allowed) {
  const word = process.env[variable] ?? allowed[0];
  if (!allowed.includes(word)) throw new Error(`${variable} is "${word}", not ${allowed.join(' or ')}`);
  return word;
}
