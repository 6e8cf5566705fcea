import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { WeirError } from '../errors/index.js';
import { createLogger, defangLinks, type Logger, logFile, redactCredentials } from './logger.js';
import { NestLogger } from './nest-logger.js';

/** A logger and the lines it has written. */
function recording(level = 'trace'): {
  logger: Logger;
  lines: () => Record<string, unknown>[];
  text: () => string;
} {
  const written: string[] = [];
  const logger = createLogger({
    service: 'test',
    level,
    destination: { write: (line) => written.push(line) },
  });
  return {
    logger,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}

const SECRET = fc.stringMatching(/^[A-Za-z0-9!$%^&*()_+=~-]{8,30}$/).map((text) => `s3cr3t${text}`);

describe('redactCredentials', () => {
  it.each([
    ['mongodb://weir:hush@db:27017/weir', 'mongodb://…@db:27017/weir'],
    ['mongodb+srv://weir:hu@sh@db/weir', 'mongodb+srv://…@db/weir'],
    ['mongodb://a:b@one:1,two:2/x?y=z', 'mongodb://…@one:1,two:2/x?y=z'],
    ['redis://:hu/sh@cache:6379/1', 'redis://…@cache:6379/1'],
    ['rediss://:hush@cache', 'rediss://…@cache'],
    ['https://token@example.com/a and ftp://x:y@z', 'https://…@example.com/a and ftp://…@z'],
    ['http://example.com:8080/@user', 'http://example.com:8080/@user'],
    ['http://example.com/path?mail=a@b.example', 'http://example.com/path?mail=a@b.example'],
    ['write to someone@example.com', 'write to someone@example.com'],
    ['no URL', 'no URL'],
  ])('%s', (text, redacted) => {
    expect(redactCredentials(text)).toBe(redacted);
  });

  it('is no slower on a megabyte of hostile text than its length asks for', () => {
    // Quadratic work would run into the test's own limit.
    for (const piece of ['http://', 'a://b:', '"token', 'x'.repeat(7)]) {
      const text = piece.repeat(150_000);
      expect(redactCredentials(text).length).toBeGreaterThan(0);
    }
  });
});

describe('defangLinks', () => {
  it.each([
    [
      'row 5: "http://evil.example/a.php?u=https://b.c"',
      'row 5: "hxxp://evil[.]example/a[.]php?u=hxxps://b[.]c"',
    ],
    ['HTTPS://EVIL.example and http://1.2.3.4/', 'hxxpS://EVIL[.]example and hxxp://1[.]2[.]3[.]4/'],
    [
      'at http://127.0.0.1:8080/, http://inference:8080/a.b',
      'at http://127.0.0.1:8080/, http://inference:8080/a.b',
    ],
    [
      'http://127.evil.example/ https://127.0.0.1@b.c/',
      'hxxp://127[.]evil[.]example/ hxxps://127[.]0[.]0[.]1@b[.]c/',
    ],
    ['mongodb://db.example/weir, 0.5 s', 'mongodb://db.example/weir, 0.5 s'],
  ])('%s', (text, expected) => {
    expect(defangLinks(text)).toBe(expected);
    expect(defangLinks(expected)).toBe(expected);
  });

  it('is no slower on a megabyte of hostile text than its length asks for', () => {
    for (const piece of ['http://', 'http://a.', 'https://127', '.'])
      expect(defangLinks(piece.repeat(150_000)).length).toBeGreaterThan(0);
  });
});

describe('createLogger', () => {
  it('writes JSON lines with the service and the time', () => {
    const log = recording();
    log.logger.child({ runId: 'r' }).info({ rows: 3 }, 'done');
    expect(log.lines()).toEqual([
      {
        level: 30,
        service: 'test',
        runId: 'r',
        rows: 3,
        msg: 'done',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  it('never writes the credentials of a URL, wherever they stand', () => {
    fc.assert(
      fc.property(SECRET, SECRET, (user, password) => {
        const { logger, text } = recording();
        const url = `mongodb://${user}:${password}@db.example/weir`;
        logger.info(url);
        logger.info({ url, deep: { list: [url] } }, 'connecting');
        logger.error({ err: new Error(`cannot reach ${url}`, { cause: new Error(url) }) });
        logger.error(new WeirError('WEIR_INTERNAL', url, { context: { url }, cause: new Error(url) }));
        logger.child({ url }).warn('child');
        expect(text()).not.toContain(password);
        expect(text()).not.toContain(user);
        expect(text()).toContain('db.example/weir');
      }),
    );
  });

  it('writes no link that a click could open, wherever a URL was quoted', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const { logger, text } = recording();
        logger.warn({ err: new Error(`row 5, column url: "${url}"`, { cause: new Error(url) }), url }, url);
        expect(text()).not.toMatch(/https?:\/\//i);
      }),
    );
  });

  const NAMES = [
    'password',
    'kafkaSaslPassword',
    'secretAccessKey',
    's3SecretAccessKey',
    'MLFLOW_TRACKING_TOKEN',
    'authorization',
    'Authorization',
    'x-api-key',
    'apiKey',
    'set-cookie',
    'sessionToken',
  ];

  it('never writes a member that is named like a secret, however deep', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), SECRET, fc.string(), (name, secret, tail) => {
        const { logger, lines, text } = recording();
        const value = `${secret}"\\${tail}`;
        logger.info({ [name]: value }, 'flat');
        logger.info({ a: { b: [{ [name]: value, plain: 'kept' }] } }, 'deep');
        logger.info({ headers: { [name]: [value, 'second'] } }, 'a list');
        logger.info({ err: Object.assign(new Error('x'), { [name]: value }) }, 'on an error');
        logger.child({ [name]: value }).info('in a child');
        expect(text()).not.toContain(secret);
        expect(lines()).toHaveLength(5);
        expect(lines()[0]).toMatchObject({ [name]: '[redacted]', msg: 'flat' });
        expect(lines()[1]).toMatchObject({ a: { b: [{ plain: 'kept' }] } });
      }),
    );
  });

  it('keeps what only sounds alike', () => {
    const { logger, lines } = recording();
    logger.info({ tokens: { count: 3 }, key: 'runs/1', pass: true }, 'the token was refused');
    expect(lines()[0]).toMatchObject({
      tokens: { count: 3 },
      key: 'runs/1',
      pass: true,
      msg: 'the token was refused',
    });
  });

  it('writes nothing below its level', () => {
    const { logger, lines } = recording('warn');
    logger.info('not this');
    logger.warn('this');
    expect(lines().map((line) => line.msg)).toEqual(['this']);
  });

  it('appends to a file, whose folder it makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weir-log-'));
    try {
      const path = join(folder, 'logs', 'weir.log');
      for (const msg of ['one', 'two'])
        createLogger({ service: 's', level: 'info', destination: logFile(path) }).info(msg);
      const lines = readFileSync(path, 'utf8').trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['one', 'two']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  // The device that Linux keeps for this: every write to it finds the disk full.
  it.runIf(existsSync('/dev/full'))('goes on when the disk is full, and says so once', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const logger = createLogger({ service: 's', level: 'info', destination: logFile('/dev/full') });
      for (const msg of ['one', 'two']) expect(() => logger.info(msg)).not.toThrow();
      expect(said.mock.calls).toEqual([[expect.stringMatching(/^The log \/dev\/full .*ENOSPC/)]]);
    } finally {
      said.mockRestore();
    }
  });
});

describe('NestLogger', () => {
  it("passes Nest's messages on: its chatter as debug, warnings and errors as they are", () => {
    const { logger, lines } = recording();
    const nest = new NestLogger(logger);
    nest.log('Starting', 'NestFactory');
    nest.warn('careful', 'Router');
    nest.error('broken', 'stack of it', 'Injector');
    nest.error(new Error('thrown'), 'Injector');
    nest.debug('detail');
    nest.verbose('more');
    expect(lines().map(({ level, msg, context }) => [level, msg, context])).toEqual([
      [20, 'Starting', 'NestFactory'],
      [40, 'careful', 'Router'],
      [50, 'broken', 'Injector'],
      [50, 'Error: thrown', 'Injector'],
      [20, 'detail', undefined],
      [10, 'more', undefined],
    ]);
    expect(lines()[2]).toMatchObject({ stack: 'stack of it' });
    expect(lines()[3]).toMatchObject({ err: { message: 'thrown' } });
  });
});
