import {
  BadRequestException,
  HttpException,
  NotFoundException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE, type ErrorCode, WeirError } from '../errors/index.js';
import { problemOf, problemType } from './problem.js';

const CODES = Object.keys(ERROR_CATALOGUE) as ErrorCode[];
const fastifyError = (code: string, statusCode: number, message: string) =>
  Object.assign(new Error(message), { code, statusCode });

describe('problemType', () => {
  it('is a URN of its own for every code', () => {
    const types = CODES.map(problemType);
    expect(new Set(types).size).toBe(CODES.length);
    for (const type of types) expect(type).toMatch(/^urn:weir:error:[a-z]+(-[a-z]+)*$/);
    expect(problemType('WEIR_PORT_IN_USE')).toBe('urn:weir:error:port-in-use');
  });
});

describe('problemOf', () => {
  it.each(CODES)('answers %s with its title, status and remedy', (code) => {
    const { title, status, remedy } = ERROR_CATALOGUE[code];
    expect(problemOf(new WeirError(code, 'Something about a thing'))).toEqual({
      type: problemType(code),
      title,
      status,
      detail: `Something about a thing. ${remedy}`,
      code,
    });
  });

  it('gives facts of the error as extensions, which never overrule the standard members', () => {
    const errors = [{ path: 'url', code: 'isString', message: 'url must be a string' }];
    const context = { errors, row: 7, status: 200, type: 'about:blank', title: 'x', detail: 'x', code: 'x' };
    expect(problemOf(new WeirError('WEIR_REQUEST_INVALID', 'Bad', { context }))).toMatchObject({
      errors,
      row: 7,
      status: 400,
      type: 'urn:weir:error:request-invalid',
      code: 'WEIR_REQUEST_INVALID',
    });
  });

  it.each([
    [new BadRequestException('no rows'), 400, 'WEIR_REQUEST_INVALID'],
    [new NotFoundException('Cannot GET /x'), 404, 'WEIR_NOT_FOUND'],
    [new HttpException('no', 405), 405, 'WEIR_METHOD_NOT_ALLOWED'],
    [new HttpException('no', 406), 406, 'WEIR_NOT_ACCEPTABLE'],
    [
      fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413, 'Request body is too large'),
      413,
      'WEIR_REQUEST_TOO_LARGE',
    ],
    [fastifyError('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'Unsupported'), 415, 'WEIR_MEDIA_TYPE_UNSUPPORTED'],
    [fastifyError('FST_ERR_CTP_INVALID_JSON_BODY', 400, 'not valid JSON'), 400, 'WEIR_REQUEST_INVALID'],
  ])('%s is %i %s, in its own words', (error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code, type: problemType(code) });
    expect(problemOf(error).detail).toContain(error.message);
  });

  it("keeps a client error's status that the catalogue does not know", () => {
    expect(problemOf(new HttpException('I am a teapot', 418))).toMatchObject({
      status: 418,
      type: 'about:blank',
      title: 'I am a teapot',
    });
  });

  it.each([
    new Error('ECONNREFUSED 10.0.0.7:27017 mongodb://weir:hush@db'),
    new TypeError("Cannot read properties of undefined (reading 'hush')"),
    new ServiceUnavailableException('hush'),
    Object.assign(new Error('hush'), { statusCode: 404, code: 'UND_ERR_RESPONSE_STATUS_CODE' }),
    Object.assign(new Error('hush'), { statusCode: 403 }),
    fastifyError('FST_ERR_REP_ALREADY_SENT', 500, 'hush'),
    'hush',
    { message: 'hush' },
    null,
    undefined,
  ])('says nothing of its insides where the failure was not foreseen: %s', (error) => {
    const problem = problemOf(error);
    expect(problem).toMatchObject({ status: 500, code: 'WEIR_INTERNAL', type: 'urn:weir:error:internal' });
    expect(JSON.stringify(problem)).not.toMatch(/hush|ECONNREFUSED|undefined/);
  });
});
