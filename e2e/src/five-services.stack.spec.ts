import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PredictionsView, RunView, VerdictView } from './gateway.js';
import { KafkaClient } from './kafka-client.js';
import { until } from './processes.js';
import { hasCommand, readmeCommands, runShell } from './readme.js';
import { Services } from './services.js';
import { readUciRows, withoutLabel } from './uci-rows.js';

const run = Math.random().toString(36).slice(2);
const idOf = (value: Buffer) => (JSON.parse(value.toString()) as { id: string }).id;

describe('five services on real Kafka, MongoDB, S3 and Redis', () => {
  let services: Services;
  let kafka: KafkaClient;

  const ended = (id: string) =>
    until('the end of the run', async () => {
      const found = await services.gateway.get<RunView>(`/v1/runs/${id}`);
      return found.state === 'succeeded' || found.state === 'failed' ? found : null;
    });
  const versions = async () =>
    (await services.gateway.get<{ versions: { version: number }[] }>('/v1/models/uci-30')).versions.length;

  beforeAll(async () => {
    services = await Services.create();
    await services.startAll();
    kafka = await KafkaClient.open(['urls.verdicts', 'urls.rejected', 'datasets.reports', 'models.versions']);
  });

  afterAll(async () => {
    await kafka?.close();
    await services?.stopAll('SIGKILL');
  });

  it('gives a verdict from Kafka to Kafka', async () => {
    const id = `verdict-${run}`;
    await until('a url model', () =>
      services.gateway.send<VerdictView>('POST', '/v1/verdicts', { url: 'http://a.example/' }),
    );
    await kafka.publish('urls.submitted', [
      JSON.stringify({ id, url: 'http://paypal.com.secure-login.example.tk/verify' }),
    ]);
    const record = await kafka.find('urls.verdicts', ({ value }) => idOf(value) === id);
    const verdict = JSON.parse(record.value.toString()) as VerdictView;
    expect(['malicious', 'suspicious']).toContain(verdict.verdict);
    expect(verdict.model).toEqual({ name: 'url', version: 1 });
    expect(record.key).toBe('example.tk');
    expect(record.headers).toMatchObject({ ce_specversion: '1.0', 'content-type': 'application/json' });
  });

  it.runIf(hasCommand('kcat'))('gives a verdict to the README’s own kcat lines', async () => {
    const broker = process.env.KAFKA_BROKERS ?? '';
    const [publish = '', read = ''] = readmeCommands('kcat').map((line) =>
      line.replace('127.0.0.1:9094', broker),
    );
    runShell(publish.replace('"id": "1"', `"id": "kcat-${run}"`));
    await kafka.find('urls.verdicts', ({ value }) => idOf(value) === `kcat-${run}`);
    expect(runShell(read)).toContain(`kcat-${run}`);
  });

  it('puts what it cannot read on urls.rejected, byte for byte, and goes on', async () => {
    const garbage = Buffer.from([0xff, 0xfe, 0x00, 0x80, ...Buffer.from(run)]);
    const id = `after-garbage-${run}`;
    await kafka.publish('urls.submitted', [garbage, JSON.stringify({ id, url: 'http://b.example/' })]);
    const rejected = await kafka.find('urls.rejected', ({ value }) => value.equals(garbage));
    expect(rejected.headers).toMatchObject({ topic: 'urls.submitted' });
    expect(rejected.headers.error?.length).toBeGreaterThan(0);
    await kafka.find('urls.verdicts', ({ value }) => idOf(value) === id);
  });

  it('takes a data set through the stages to a champion that predicts', async () => {
    const { id } = await services.gateway.send<RunView>('POST', '/v1/runs', {
      schema: 'uci-30',
      source: { kind: 'file', path: 'uci-phishing-websites.csv.gz' },
    });
    expect(await ended(id)).toMatchObject({
      state: 'succeeded',
      reportStatus: 'warned',
      version: 1,
      alias: 'champion',
    });
    const rows = readUciRows().slice(0, 200);
    const { predictions } = await until('predictions', () =>
      services.gateway.send<PredictionsView>('POST', '/v1/predictions/uci-30', rows.map(withoutLabel)),
    );
    const right = predictions.filter((prediction, index) => prediction.label === rows[index]?.Result).length;
    expect(right / rows.length).toBeGreaterThan(0.93);
  });

  it('changes nothing when the same event comes twice', async () => {
    const report = kafka.records('datasets.reports').at(-1);
    const announced = kafka.records('models.versions').length;
    await kafka.publish('datasets.reports', [report?.value ?? '']);
    // The version is announced again, but it is the one there was.
    await until('the second announcement', async () => kafka.records('models.versions').length > announced);
    expect(await versions()).toBe(1);
  });

  it('runs training from its stored input once it is back', async () => {
    expect(await services.stop('training')).toBe(0);
    const { id } = await services.gateway.send<RunView>('POST', '/v1/runs', {
      schema: 'uci-30',
      from: 'training',
      search: { seed: 11 },
    });
    await services.start('training');
    expect(await ended(id)).toMatchObject({ state: 'succeeded', version: 2 });
  });

  it('loses no URL when inference is killed in the middle', async () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `kill-${run}-${index}`);
    const records = ids.map((id, index) => JSON.stringify({ id, url: `http://host${index}.example/path` }));
    await kafka.publish('urls.submitted', records.slice(0, 2_500));
    await services.stop('inference', 'SIGKILL');
    await kafka.publish('urls.submitted', records.slice(2_500));
    await services.start('inference');
    const wanted = new Set(ids);
    await until('every verdict', async () => {
      for (const { value } of kafka.records('urls.verdicts')) wanted.delete(idOf(value));
      return wanted.size === 0;
    });
    expect(wanted.size).toBe(0);
  });

  it('rolls a champion back, and inference follows', async () => {
    await services.gateway.send('PUT', '/v1/models/uci-30/aliases/champion', { version: 2 });
    const servedBy = (version: number) =>
      until(`version ${version} in service`, async () => {
        const { model } = await services.gateway.send<PredictionsView>(
          'POST',
          '/v1/predictions/uci-30',
          readUciRows().slice(0, 1).map(withoutLabel),
        );
        return model.version === version;
      });
    expect(await servedBy(2)).toBe(true);
    await services.gateway.send('POST', '/v1/models/uci-30/rollback', {});
    expect(await servedBy(1)).toBe(true);
  });

  it('ends cleanly on SIGTERM', async () => {
    expect(await services.stopAll()).toEqual([0, 0, 0, 0, 0]);
  });
});
