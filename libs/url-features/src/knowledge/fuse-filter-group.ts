import { BinaryFuseFilter, type StoredFilter } from './binary-fuse-filter.js';
import { hashName } from './name-hash.js';

/** Filters that are asked for the same name, hashed once for all that were built with one seed. */
export class FuseFilterGroup {
  private readonly filters: readonly BinaryFuseFilter[];

  constructor(stored: readonly StoredFilter[]) {
    this.filters = stored.map((each) => new BinaryFuseFilter(each));
  }

  /** The filters that hold `name`, as bits: 1 for the first, 2 for the second, 4 for the third. */
  holders(name: string): number {
    let holders = 0;
    let seed = -1;
    for (let index = 0; index < this.filters.length; index++) {
      const filter = this.filters[index] as BinaryFuseFilter;
      if (filter.seed !== seed) hashName(name, filter.seed);
      seed = filter.seed;
      if (filter.hasHashed()) holders |= 1 << index;
    }
    return holders;
  }
}
