import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Reads } from '../http/route-rules.js';
import { Needs, Public } from './access.js';
import { requireDeclaredAccess } from './declared-access.js';

@Controller('told')
class Told {
  @Get() @Needs('read') get(): string {
    return 'x';
  }
  @Post() @Needs('admin') @Reads() post(): string {
    return 'x';
  }
  @Get('open') @Public() open(): string {
    return 'x';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get() get(): string {
    return 'x';
  }
  @Post() @Reads() post(): string {
    return 'x';
  }
}

@Module({ controllers: [Told] })
class GoodModule {}

@Module({ controllers: [Told, Forgotten] })
class BadModule {}

async function start(module: new () => object): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  requireDeclaredAccess(server);
  server.options('*', () => '');
  await app.listen(0, '127.0.0.1');
  return app;
}

describe('requireDeclaredAccess', () => {
  it('starts where every route says who may use it, HEAD by its GET', async () => {
    const app = await start(GoodModule);
    expect((await app.inject({ method: 'HEAD', url: '/told' })).statusCode).toBe(200);
    await app.close();
  });

  it('does not start where one does not, and names it', async () => {
    await expect(start(BadModule)).rejects.toMatchObject({
      code: 'WEIR_INTERNAL',
      message: expect.stringMatching(/GET \/forgotten.*POST \/forgotten/),
    });
  });
});
