import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway, type PredictionsView, type RunView, type VerdictView } from './gateway.js';
import { freePort, startNpm, startProcess, until, type WeirProcess } from './processes.js';
import { readmeCommands, runShell } from './readme.js';
import { readUciRows, withoutLabel } from './uci-rows.js';

const SUSPICIOUS_URL = 'http://paypal.com.secure-login.example.tk/verify';

describe('npm start, on real data', () => {
  let home: string;
  let weir: WeirProcess;
  let gateway: Gateway;

  const start = async () => {
    const port = await freePort();
    weir = startProcess('standalone', ['--port', String(port), '--no-open'], { WEIR_HOME: home });
    gateway = new Gateway(`http://127.0.0.1:${port}`);
    await until('readiness', () => gateway.isReady());
  };
  /** A run that has ended and began at this stage. */
  const ended = (from: string) =>
    until(`the run from ${from}`, async () => {
      const { runs } = await gateway.get<{ runs: RunView[] }>('/v1/runs');
      return runs.find((run) => run.from === from && ['succeeded', 'failed'].includes(run.state));
    });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'weir-e2e-'));
    await start();
  });

  afterAll(async () => {
    await weir?.stop('SIGKILL');
    await rm(home, { recursive: true, force: true });
  });

  it('answers a raw URL with the starter model at once', async () => {
    const verdict = await until('verdict', () =>
      gateway.send<VerdictView>('POST', '/v1/verdicts', { url: SUSPICIOUS_URL }),
    );
    expect(['malicious', 'suspicious']).toContain(verdict.verdict);
    expect(verdict.model.name).toBe('url');
    expect(verdict.reasons.length).toBeGreaterThan(0);
  });

  it('takes the shipped data through ingestion, validation and training to a quick champion', async () => {
    const run = await ended('ingestion');
    expect(run).toMatchObject({
      state: 'succeeded',
      reportStatus: 'warned',
      model: 'uci-30',
      version: 1,
      alias: 'champion',
    });
    const { reports } = await gateway.get<{ reports: { id: string }[] }>('/v1/reports');
    const report = await gateway.get<{ distinct: object; issues: { message: string }[] }>(
      `/v1/reports/${reports[0]?.id}`,
    );
    expect(report.distinct).toMatchObject({ rows: 11_055, distinctRows: 5_849, distinctFeatureRows: 5_785 });
    const version = await gateway.get<{ metrics: Record<string, number>; snapshotId: string }>(
      '/v1/models/uci-30/1',
    );
    expect(version.metrics['distinct.f1']).toBeGreaterThan(0.9);
    expect(version.metrics['stratified.f1']).toBeGreaterThan(0.93);
    expect(version.snapshotId).toBe(run.snapshotId);
  });

  it('searches on, and what the whole grid finds takes over, with its candidates and its card', async () => {
    const run = await ended('training');
    expect(run).toMatchObject({ state: 'succeeded', model: 'uci-30', version: 2, alias: 'champion' });
    const { links } = await gateway.get<RunView>(`/v1/runs/${run.id}`);
    const version = await gateway.get<{
      metrics: Record<string, number>;
      candidates: { algorithm: string }[];
    }>(links?.model ?? '');
    expect(version.metrics['distinct.f1']).toBeGreaterThan(0.945);
    expect(version.candidates).toHaveLength(160);
    expect(new Set(version.candidates.map(({ algorithm }) => algorithm)).size).toBe(6);
    const card = await gateway.get<{ candidates: { tried: number }; data: { distinctRows: number } }>(
      links?.card ?? '',
    );
    expect(card).toMatchObject({ candidates: { tried: 160 }, data: { rows: 11_055, distinctRows: 5_785 } });
    const onnx = await fetch(`${gateway.url}${links?.model}/download?format=onnx`);
    expect(onnx.status).toBe(200);
    expect((await onnx.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  });

  it('predicts the rows it was taught, under the data set’s own labels', async () => {
    const rows = readUciRows().slice(0, 500);
    const { predictions } = await until('predictions of the new champion', async () => {
      const answer = await gateway.send<PredictionsView>(
        'POST',
        '/v1/predictions/uci-30',
        rows.map(withoutLabel),
      );
      return answer.model.version === 2 && answer;
    });
    const right = predictions.filter((prediction, index) => prediction.label === rows[index]?.Result).length;
    expect(right / rows.length).toBeGreaterThan(0.93);
  });

  it('answers the README’s own curl lines', async () => {
    const lines = readmeCommands('curl');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const answer = runShell(line.replaceAll('http://127.0.0.1:8080', gateway.url));
      expect(JSON.parse(answer), line).not.toHaveProperty('status');
    }
  });

  it('classifies what is published to urls.submitted, and counts it', async () => {
    const urls = Array.from({ length: 40 }, (_, index) => `http://host${index}.example/login`);
    const { ids } = await gateway.send<{ ids: string[] }>('POST', '/v1/events', { urls });
    expect(ids).toHaveLength(40);
    await until('40 verdicts', async () => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      const counts = [...text.matchAll(/^weir_verdicts_total\{[^}]*\} (\d+)$/gm)].map((match) =>
        Number(match[1]),
      );
      return counts.reduce((sum, count) => sum + count, 0) >= 40;
    });
  });

  it('goes on after kill -9 with the models it had, and trains nothing again', async () => {
    await weir.stop('SIGKILL');
    await start();
    const verdict = await until('verdict', () =>
      gateway.send<VerdictView>('POST', '/v1/verdicts', { url: SUSPICIOUS_URL }),
    );
    expect(verdict.model).toEqual({ name: 'url', version: 1 });
    const { predictions } = await until('predictions', () =>
      gateway.send<PredictionsView>(
        'POST',
        '/v1/predictions/uci-30',
        readUciRows().slice(0, 10).map(withoutLabel),
      ),
    );
    expect(predictions).toHaveLength(10);
    const { runs } = await gateway.get<{ runs: RunView[] }>('/v1/runs');
    expect(runs).toHaveLength(2);
  });

  it('refuses a second start on the same state folder, and says what to do', async () => {
    const second = startProcess('standalone', ['--port', String(await freePort()), '--no-open'], {
      WEIR_HOME: home,
    });
    const code = await new Promise((resolve) => second.child.once('exit', resolve));
    expect(code).toBe(1);
    expect(second.output()).toContain('WEIR_STATE_LOCKED');
    expect(second.output()).toContain('WEIR_HOME');
  });

  it('finishes a run that a kill -9 cut off', async () => {
    const { id } = await gateway.send<RunView>('POST', '/v1/runs', {
      schema: 'uci-30',
      from: 'training',
      search: { seed: 7 },
    });
    await until(
      'training under way',
      async () => (await gateway.get<RunView>(`/v1/runs/${id}`)).stages.training?.state === 'running',
    );
    await weir.stop('SIGKILL');
    await start();
    const run = await until('the end of the run', async () => {
      const found = await gateway.get<RunView>(`/v1/runs/${id}`);
      return found.state === 'succeeded' ? found : null;
    });
    expect(run).toMatchObject({ model: 'uci-30', version: 3 });
  });

  it('ends cleanly when npm, told to stop, ends the shell it was started through', async () => {
    await weir.stop('SIGKILL');
    const port = await freePort();
    const npm = startNpm(['start', '--', '--port', String(port), '--no-open', '--no-train'], {
      WEIR_HOME: home,
    });
    gateway = new Gateway(`http://127.0.0.1:${port}`);
    await until('readiness', () => gateway.isReady());
    await npm.stop('SIGTERM');
    await start();
    expect(npm.output()).toContain('Stopping');
  });

  it('searches on after a kill -9 between its quick model and the end of the whole search', async () => {
    const port = await freePort();
    const other = await mkdtemp(join(tmpdir(), 'weir-e2e-'));
    const again = () =>
      startProcess('standalone', ['--port', String(port), '--no-open'], { WEIR_HOME: other });
    const asked = new Gateway(`http://127.0.0.1:${port}`);
    const runs = async () => (await asked.get<{ runs: RunView[] }>('/v1/runs')).runs;
    const cut = again();
    await until('the quick model', async () =>
      (await runs()).some(({ from, state }) => from === 'ingestion' && state === 'succeeded'),
    );
    await cut.stop('SIGKILL');
    const resumed = again();
    const whole = await until('the end of the whole search', async () =>
      (await runs()).find(({ from, state }) => from === 'training' && state === 'succeeded'),
    );
    expect(whole).toMatchObject({ version: 2, alias: 'champion' });
    expect(await resumed.stop('SIGTERM'), resumed.output()).toBe(0);
    await rm(other, { recursive: true, force: true });
  });

  it('ends cleanly on SIGTERM in the middle of its first training', async () => {
    const port = await freePort();
    const other = await mkdtemp(join(tmpdir(), 'weir-e2e-'));
    const busy = startProcess('standalone', ['--port', String(port), '--no-open'], { WEIR_HOME: other });
    const asked = new Gateway(`http://127.0.0.1:${port}`);
    await until(
      'a run under way',
      async () => (await asked.get<{ runs: RunView[] }>('/v1/runs')).runs.length > 0,
    );
    expect(await busy.stop('SIGTERM'), busy.output()).toBe(0);
    await rm(other, { recursive: true, force: true });
  });

  it('ends cleanly on SIGTERM', async () => {
    expect(await weir.stop('SIGTERM')).toBe(0);
  });
});
