import { SeededRandom } from '../plan/random.js';

/** Headers by which the harness knows its own records again, whatever their value. */
export const ID_HEADER = 'weir-chaos-id';
export const MALFORMED_HEADER = 'weir-chaos-malformed';

export interface Submission {
  /** Also of a malformed record, for the producer's own account. */
  readonly id: string;
  readonly key: string;
  readonly value: Buffer | null;
  readonly malformed: boolean;
}

export interface SubmissionOptions {
  readonly seed: number;
  /** Begins every id: names the run and the round. */
  readonly prefix: string;
  readonly keys: number;
}

/** Of a thousand records this many are malformed. */
const MALFORMED_PER_MILLE = 5;
const SUBDOMAINS = ['', 'www.', 'login.', 'secure-paypal.', 'mail.'];
const PATHS = [
  '',
  'index.html',
  'account/verify',
  'wp-content/update.php',
  'news/2026/11',
  'signin?session=',
];

/** Records for `urls.submitted` without end, each with a number of its own; the key is the URL's registrable domain. */
export class Submissions {
  readonly #random: SeededRandom;
  #number = 0;

  constructor(private readonly options: SubmissionOptions) {
    this.#random = new SeededRandom(options.seed);
  }

  next(): Submission {
    const { prefix, keys } = this.options;
    const id = `${prefix}-${this.#number++}`;
    const key = `site${this.#random.between(1, keys)}-${prefix}.com`;
    if (this.#random.between(1, 1_000) <= MALFORMED_PER_MILLE)
      return { id, key, value: malformedValue(this.#random, id), malformed: true };
    const url = `http://${this.#random.pick(SUBDOMAINS)}${key}/${this.#random.pick(PATHS)}#${id}`;
    return { id, key, value: Buffer.from(JSON.stringify({ id, url })), malformed: false };
  }

  take(count: number): Submission[] {
    return Array.from({ length: count }, () => this.next());
  }
}

function malformedValue(random: SeededRandom, id: string): Buffer | null {
  return random.pick([
    null,
    Buffer.alloc(0),
    Buffer.concat([Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(id)]),
    Buffer.from(`{"id":"${id}","url":"http://cut-off.example/`),
    Buffer.from(`{"id":"${id}"}`),
    Buffer.from(`{"id":"${id}","url":17}`),
    Buffer.from(`["${id}"]`),
    Buffer.from(`{"id":"${id}","url":"http://"}`),
  ]);
}
