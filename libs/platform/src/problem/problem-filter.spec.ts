import { type AddressInfo, connect } from 'node:net';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WeirError } from '../errors/index.js';
import { createLogger } from '../logging/index.js';
import { ProblemFilter } from './problem-filter.js';

@Controller()
class Failing {
  @Get('early') early(): never {
    throw new WeirError('WEIR_MODEL_MISSING', 'No version of url is in service');
  }
  @Post('taken') taken(@Body() body: object): object {
    return body;
  }
  @Get('broken') broken(): never {
    throw new TypeError('x is not a function');
  }
}

@Module({ controllers: [Failing] })
class FailingModule {}

let app: NestFastifyApplication;
let begun = 0;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  app = await NestFactory.create(FailingModule, new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemFilter(createLogger({ service: 'test', level: 'info', destination })));
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('preParsing', async () => {
    begun += 1;
  });
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

it('says of a client that goes away in its body no more than that', async () => {
  await app.listen(0, '127.0.0.1');
  lines.length = 0;
  begun = 0;
  const { port } = app.getHttpServer().address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  const head = 'POST /taken HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  client.write(`${head}content-length: 100\r\n\r\n{`);
  await vi.waitFor(() => expect(begun).toBe(1));
  client.destroy();
  await vi.waitFor(() => expect(lines).toMatchObject([{ level: 30, msg: 'the client went away' }]));
});
