import { TOPICS, UrlFeedback, validate } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const send = (body: object) => gateway.call('POST', '/v1/feedback', body);

describe('POST /v1/feedback', () => {
  it('publishes the correction, by its id', async () => {
    const own = await send({ url: 'http://a.example/', label: 'benign', by: 'ann', id: 'mine' });
    const other = await send({ url: 'http://b.example/', label: 'phishing' });
    expect([own.status, other.status]).toEqual([202, 202]);
    expect(own.json).toMatchObject({ id: 'mine', label: 'legitimate', by: 'ann' });
    expect(other.json).toMatchObject({ label: 'phishing', by: 'gateway' });
    const records = await gateway.records(TOPICS.urlsFeedback.name, 2);
    for (const answer of [own.json, other.json]) {
      const record = records.find(({ key }) => key?.toString() === answer.id);
      const value = JSON.parse(String(record?.value));
      expect(validate(UrlFeedback, value)).toMatchObject({ ok: true });
      expect(value).toEqual(answer);
      expect(record?.headers).toMatchObject({ ce_id: answer.id, ce_type: 'weir.urls.feedback.v1' });
    }
  });

  it.each([
    ['no url', { label: 'phishing' }, 'url'],
    ['a label of no class', { url: 'http://a.example/', label: 'suspicious' }, 'label'],
    ['nobody', { url: 'http://a.example/', label: 'phishing', by: '' }, 'by'],
    ['a member nobody knows', { url: 'http://a.example/', label: 'phishing', sure: true }, 'sure'],
  ])('refuses %s', async (_name, body, path) => {
    const refused = await send(body);
    expect(refused.status).toBe(400);
    expect(refused.json.errors).toContainEqual(expect.objectContaining({ path }));
  });

  it('refuses what is no URL: there is nothing to learn from it', async () => {
    const refused = await send({ url: 'ftp://a.example/', label: 'phishing' });
    expect([refused.status, refused.json.code]).toEqual([400, 'WEIR_URL_INVALID']);
  });
});
