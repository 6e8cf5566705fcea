import { describe, expect, it } from 'vitest';
import { createLogger } from '../logging/index.js';
import { VARIABLES } from './environment.js';
import { unknownVariables, warnOfUnknownVariables } from './unknown-variables.js';

describe('unknownVariables', () => {
  it.each([
    ['WEIR_RATE_LIMT', 'WEIR_RATE_LIMIT'],
    ['WEIR_RATELIMIT', 'WEIR_RATE_LIMIT'],
    ['WEIR_TRUSTED_PROXY', 'WEIR_TRUST_PROXY'],
    ['WEIR_HOEM', 'WEIR_HOME'],
    ['WEIR_COLOUR_OF_THE_SKY', undefined],
  ])('names %s, and what it is spelt most like: %s', (name, nearest) => {
    const found = unknownVariables({ [name]: 'x', WEIR_HOME: '/x', PATH: '/bin', KAFKA_BROKER: 'x' });
    expect(found).toEqual([{ name, nearest }]);
  });

  it('knows what the services, the scripts, the tests and Kubernetes set', () => {
    const names = [
      ...Object.keys(VARIABLES),
      'WEIR_GATEWAY',
      'WEIR_API_KEY',
      'WEIR_STARTED_AT',
      'WEIR_BENCH_DATA',
      'WEIR_GATEWAY_SERVICE_HOST',
      'WEIR_GATEWAY_PORT_80_TCP_ADDR',
      'WEIR_GATEWAY_PORT',
      'WEIR_INFERENCE_PORT',
    ];
    expect(unknownVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
    expect(unknownVariables({ WEIR_NOTHING_AT_ALL: '' })).toEqual([]);
  });
});

describe('warnOfUnknownVariables', () => {
  it('warns once of all, by name alone', () => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const logger = createLogger({ service: 's', level: 'info', destination });
    warnOfUnknownVariables({ WEIR_RATE_LIMT: 'hush', WEIR_ZZZZZZZZ: 'hush' }, logger);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('WEIR_RATE_LIMT (is it WEIR_RATE_LIMIT?), WEIR_ZZZZZZZZ');
    expect(lines[0]).not.toContain('hush');
    warnOfUnknownVariables({ WEIR_RATE_LIMIT: '5' }, logger);
    expect(lines).toHaveLength(1);
  });
});
