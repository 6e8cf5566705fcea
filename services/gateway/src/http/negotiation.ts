import { WeirError } from '@weir/platform';

interface Wanted {
  readonly type: string;
  readonly quality: number;
}

function parse(accept: string): Wanted[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1');
    return { type, quality: Number.isNaN(quality) ? 0 : quality };
  });
}

function specificity(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.split('/')[0]}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

/** The quality RFC 9110 gives a type: that of the most specific range which names it. */
function qualityOf(type: string, wanted: readonly Wanted[]): number {
  const [best] = wanted
    .map((each) => ({ ...each, specificity: specificity(each.type, type) }))
    .filter((each) => each.specificity > 0)
    .sort((a, b) => b.specificity - a.specificity);
  return best?.quality ?? 0;
}

/** The offered media type that `Accept` wants most; the first offered among equals. Throws `WEIR_NOT_ACCEPTABLE`. */
export function negotiate<T extends string>(accept: string | undefined, offered: readonly [T, ...T[]]): T {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const wanted = parse(accept);
  const ranked = offered
    .map((type) => ({ type, quality: qualityOf(type, wanted) }))
    .sort((a, b) => b.quality - a.quality);
  const [best] = ranked;
  if (best === undefined || best.quality <= 0) {
    throw new WeirError('WEIR_NOT_ACCEPTABLE', `The answer can be ${offered.join(', ')}`);
  }
  return best.type;
}
