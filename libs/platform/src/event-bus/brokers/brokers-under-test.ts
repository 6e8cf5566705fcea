import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The brokers that stack tests run against, from `KAFKA_BROKERS`. */
export function brokersUnderTest(): string[] {
  const brokers = process.env.KAFKA_BROKERS;
  if (brokers === undefined || brokers === '')
    throw new Error('KAFKA_BROKERS is not set: start a Kafka broker and name it, as host:port');
  return brokers.split(',');
}

/** Commands that stop and start the broker itself, from `KAFKA_STOP_COMMAND` and `KAFKA_START_COMMAND`, if set. */
export function brokerCommands(): { stop(): Promise<void>; start(): Promise<void> } | undefined {
  const { KAFKA_STOP_COMMAND: stop, KAFKA_START_COMMAND: start } = process.env;
  if (stop === undefined || start === undefined) return undefined;
  const shell = async (command: string) => {
    await run('sh', ['-c', command]);
  };
  return { stop: () => shell(stop), start: () => shell(start) };
}
