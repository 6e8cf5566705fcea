import { readFileSync } from 'node:fs';
import { parseFeatureSchema, SchemaRegistry } from '@weir/contracts';
import { openBackends } from '../backends/index.js';
import { type Environment, readEnvironment, warnOfUnknownVariables } from '../configuration/index.js';
import { WeirError } from '../errors/index.js';
import { createLogger } from '../logging/index.js';
import { Metrics } from '../metrics/index.js';
import { type ServiceDefinition, startService } from './start-service.js';

/** Kubernetes kills after 30 s unless told otherwise. What is cut off was not acknowledged, and is handed over again. */
const CLOSE_MS = 19_000;

/** The schemas built in and those of the files named. Throws `WEIR_SCHEMA_INVALID`. */
export function readSchemas(files: readonly string[]): SchemaRegistry {
  try {
    return new SchemaRegistry(files.map((file) => parseFeatureSchema(textOf(file), file)));
  } catch (error) {
    throw new WeirError('WEIR_SCHEMA_INVALID', (error as Error).message, { cause: error });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}, which WEIR_SCHEMAS names, cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** A service as a process of its own, configured by the environment. Ends with the process's signals. */
export async function runService(
  service: string,
  defaultPort: number,
  definition: ServiceDefinition,
): Promise<void> {
  await endOnFailure(async () => {
    // Before they are read: a misspelt one may be what is missing.
    warnOfUnknownVariables(process.env, createLogger({ service, level: 'warn' }));
    const environment = readEnvironment(process.env);
    const logger = createLogger({ service, level: environment.logLevel });
    const schemas = readSchemas(environment.schemas);
    const metrics = new Metrics();
    metrics.collectRuntime();
    const backends = await openBackends(environment, () => logger);
    const running = await startService(
      { service, environment, backends, logger, metrics, schemas },
      definition,
      {
        host: environment.host,
        port: portOf(environment, defaultPort),
      },
    );
    const close = async () => {
      await running.close();
      await backends.close();
    };
    onSignal(close, { withinMs: CLOSE_MS });
  });
}

function portOf(environment: Environment, defaultPort: number): number {
  return environment.port ?? defaultPort;
}

/** Prints a failure as a person wants to read it, and ends the process with 1. */
export async function endOnFailure(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const text =
      error instanceof WeirError
        ? `${error.code}: ${error.message}\n  ${error.remedy}`
        : `${(error as Error).stack ?? error}`;
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}

export interface EndingOptions {
  /** After so many milliseconds the process ends with 1, whatever `close` still waits for. Default: it waits for ever. */
  readonly withinMs?: number;
}

/** Runs `close` once, at the first SIGTERM or SIGINT; a second signal ends the process at once. */
export function onSignal(close: () => Promise<void>, { withinMs }: EndingOptions = {}): void {
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      if (withinMs !== undefined) setTimeout(() => giveUp(withinMs), withinMs);
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${(error as Error).stack ?? error}\n`);
          process.exit(1);
        },
      );
    });
  }
}

function giveUp(withinMs: number): void {
  process.stderr.write(
    `Not closed within ${withinMs / 1_000} s: ended as it is. What was acknowledged is kept.\n`,
  );
  process.exit(1);
}
