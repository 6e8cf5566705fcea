import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { errorOfResponse } from './error-of-response.js';

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

const ask = () => gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/' });
const inferenceHealth = async () => {
  const { status, json } = await gateway.call('GET', '/health/ready');
  const { ok } = json.dependencies.find((each: { name: string }) => each.name === 'inference');
  return [status, ok];
};

describe('InferenceClient', () => {
  it('tries once more where the connection breaks, and no more than once', async () => {
    gateway.inference.drop = 1;
    expect((await ask()).status).toBe(200);
    expect(gateway.inference.asked).toHaveLength(2);
    gateway.inference.drop = 2;
    expect((await ask()).status).toBe(503);
    expect(gateway.inference.asked).toHaveLength(4);
  });

  it('says that inference is away, and answers again once it is back', async () => {
    const port = Number(new URL(gateway.environment.inferenceUrl).port);
    expect(await inferenceHealth()).toEqual([200, true]);
    await gateway.inference.close();
    const away = await ask();
    expect(away.status).toBe(503);
    expect(away.json).toMatchObject({ code: 'WEIR_INFERENCE_UNAVAILABLE' });
    expect(away.headers.has('retry-after')).toBe(true);
    // The page and the other routes go on.
    expect(await inferenceHealth()).toEqual([200, false]);
    await gateway.inference.listen(port);
    expect((await ask()).status).toBe(200);
    expect(await inferenceHealth()).toEqual([200, true]);
  });

  it('is waited for by a gateway that has not seen it yet', async () => {
    const port = Number(new URL(gateway.environment.inferenceUrl).port);
    await gateway.inference.close();
    expect(await inferenceHealth()).toEqual([503, false]);
    await gateway.inference.listen(port);
    expect(await inferenceHealth()).toEqual([200, true]);
  });
});

describe('errorOfResponse', () => {
  it('keeps code, detail and errors, and does not say the remedy twice', () => {
    const error = errorOfResponse(422, {
      code: 'WEIR_DATA_VALUE',
      detail: 'row 1 is odd. Mend the row and column named.',
      errors: [{ path: 'a', code: 'b', message: 'c' }],
    });
    expect(error).toMatchObject({ code: 'WEIR_DATA_VALUE', message: 'row 1 is odd.' });
    expect(error.context.errors).toHaveLength(1);
  });

  it('takes what is not ours for an absence or a fault', () => {
    expect(errorOfResponse(502, 'bad gateway').code).toBe('WEIR_INFERENCE_UNAVAILABLE');
    expect(errorOfResponse(200, undefined).code).toBe('WEIR_INTERNAL');
    expect(errorOfResponse(400, { code: 'toString' }).code).toBe('WEIR_INTERNAL');
  });
});
