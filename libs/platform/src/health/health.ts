import type { Backends } from '../backends/backends.js';
import { within } from '../driver-failure/within.js';
import { redactCredentials } from '../logging/index.js';
import type { Readiness } from './readiness.js';

export interface DependencyHealth {
  readonly name: string;
  readonly ok: boolean;
  /** Milliseconds the check took. */
  readonly milliseconds: number;
  readonly error?: string;
}

export interface HealthReport {
  readonly status: 'ready' | 'unready';
  readonly service: string;
  readonly dependencies: readonly DependencyHealth[];
}

/** One more thing that must hold before a service takes traffic: "a model is loaded". Rejects with the reason if it does not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}

/** Asks every dependency now, at the same time. */
export async function readHealth(
  service: string,
  backends: Backends,
  readiness: Readiness,
): Promise<HealthReport> {
  const all: ReadinessCheck[] = [
    { name: 'bus', check: () => backends.bus.check() },
    { name: 'documents', check: () => backends.documents.check() },
    { name: 'objects', check: () => backends.objects.check() },
    { name: 'cache', check: () => backends.cache.check() },
    ...readiness.checks(),
  ];
  const dependencies = await Promise.all(all.map(ask));
  const unmet = dependencies.filter(({ name, ok }) => !readiness.passes(name, ok));
  return { status: unmet.length === 0 ? 'ready' : 'unready', service, dependencies };
}

/** Milliseconds after which a dependency that does not answer counts as away; probes wait no longer either. */
const PATIENCE_MS = 3_000;

async function ask(dependency: ReadinessCheck): Promise<DependencyHealth> {
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    const late = () => new Error(`no answer within ${PATIENCE_MS} ms`);
    await within(PATIENCE_MS, dependency.check(), late);
    return { name: dependency.name, ok: true, milliseconds: took() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name: dependency.name, ok: false, milliseconds: took(), error: redactCredentials(reason) };
  }
}
