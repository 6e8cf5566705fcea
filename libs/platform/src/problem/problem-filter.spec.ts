import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WeirError } from '../errors/index.js';
import { createLogger } from '../logging/index.js';
import { ProblemFilter } from './problem-filter.js';

@Controller()
class Failing {
  @Get('early') early(): never {
    throw new WeirError('WEIR_MODEL_MISSING', 'No version of url is in service');
  }
  @Get('broken') broken(): never {
    throw new TypeError('x is not a function');
  }
}

@Module({ controllers: [Failing] })
class FailingModule {}

let app: NestFastifyApplication;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  app = await NestFactory.create(FailingModule, new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemFilter(createLogger({ service: 'test', level: 'info', destination })));
  await app.init();
});
afterAll(() => app.close());

it('logs what passes by itself as a warning without a stack, and a fault of the code as an error with one', async () => {
  await app.inject({ url: '/early' });
  await app.inject({ url: '/broken' });
  expect(lines).toMatchObject([
    { level: 40, code: 'WEIR_MODEL_MISSING', reason: 'No version of url is in service' },
    { level: 50, code: 'WEIR_INTERNAL', err: { stack: expect.stringContaining('TypeError') } },
  ]);
  expect(lines[0]).not.toHaveProperty('err');
});
