import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

interface MetricOptions<L extends string> {
  /** Without the `weir_` prefix. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
}

/**
 * A process's Prometheus metrics, all named `weir_…`. Asking twice for a name gives the same metric,
 * so services that share a process share it.
 */
export class Metrics {
  readonly registry = new Registry();

  /** The runtime's own figures (memory, event loop, garbage collection) under their usual names. */
  collectRuntime(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>({ name, help, labels = [] }: MetricOptions<L>): Counter<L> {
    return this.#once(
      name,
      (full) => new Counter({ name: full, help, labelNames: [...labels], registers: [this.registry] }),
    );
  }

  gauge<L extends string>({
    name,
    help,
    labels = [],
    collect,
  }: MetricOptions<L> & { readonly collect?: (gauge: Gauge<L>) => Promise<void> }): Gauge<L> {
    return this.#once(name, (full) => {
      const gauge: Gauge<L> = new Gauge({
        name: full,
        help,
        labelNames: [...labels],
        registers: [this.registry],
        ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
      });
      return gauge;
    });
  }

  /** `buckets` in the metric's own unit, seconds for `…_seconds`. */
  histogram<L extends string>({
    name,
    help,
    labels = [],
    buckets,
  }: MetricOptions<L> & { readonly buckets?: readonly number[] }): Histogram<L> {
    return this.#once(
      name,
      (full) =>
        new Histogram({
          name: full,
          help,
          labelNames: [...labels],
          registers: [this.registry],
          ...(buckets === undefined ? {} : { buckets: [...buckets] }),
        }),
    );
  }

  #once<M>(name: string, make: (full: string) => M): M {
    const full = `weir_${name}`;
    return (this.registry.getSingleMetric(full) as M | undefined) ?? make(full);
  }
}
