import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway, type RunView, type VerdictView } from './gateway.js';
import { csvOf, labelledUrls } from './labelled-urls.js';
import { freePort, startProcess, until, type WeirProcess } from './processes.js';
import { readmeJson } from './readme.js';

const PHISHING = 'http://paypal.com.secure-login.example.tk/verify';
const ORDINARY = 'https://www.bbc.co.uk/news';
const ROWS = labelledUrls(400);
const DISPUTED = ROWS[1]?.url ?? '';

describe('npm start, on raw URLs', () => {
  let home: string;
  let weir: WeirProcess;
  let gateway: Gateway;

  const judge = (url: string) => gateway.send<VerdictView>('POST', '/v1/verdicts', { url });
  const start = (request: object) => gateway.send<RunView>('POST', '/v1/runs', request);
  const log = () => readFile(join(home, 'weir.log'), 'utf8');
  const ended = (id: string) =>
    until('the end of the run', async () => {
      const run = await gateway.get<RunView>(`/v1/runs/${id}`);
      return ['succeeded', 'failed'].includes(run.state) && run;
    });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'weir-e2e-'));
    await writeFile(join(home, 'links.csv'), csvOf(ROWS));
    const swapped = ROWS.map(({ url, label }) => ({ url: label, label: url }));
    await writeFile(join(home, 'swapped.csv'), csvOf(swapped));
    const port = await freePort();
    weir = startProcess('standalone', ['--port', String(port), '--no-open', '--no-train'], {
      WEIR_HOME: home,
      WEIR_FILES: home,
    });
    gateway = new Gateway(`http://127.0.0.1:${port}`);
    await until('readiness', () => gateway.isReady());
    await until('a first verdict', () => judge(ORDINARY));
  });

  afterAll(async () => {
    await weir?.stop('SIGKILL');
    await rm(home, { recursive: true, force: true });
  });

  it.each([
    [PHISHING, 'malicious'],
    [ORDINARY, 'safe'],
  ])('says of %s that it is %s, why, and what would change it', async (url, expected) => {
    const { verdict, reasons, change, list } = await judge(url);
    expect(verdict).toBe(expected);
    expect(reasons.length).toBeGreaterThanOrEqual(3);
    expect(reasons.length).toBeLessThanOrEqual(5);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(change?.sentence).toMatch(/^It /);
    if (change?.url !== undefined) {
      expect(change.url).not.toMatch(/https?:/);
      expect(change.verdict).not.toBe(verdict);
    }
    expect(list).toBeUndefined();
  });

  it('answers as the README shows', async () => {
    const shown = readmeJson() as VerdictView;
    const answer = await judge(PHISHING);
    expect(Object.keys(answer)).toEqual(Object.keys(shown));
    expect(Object.keys(answer.change ?? {})).toEqual(Object.keys(shown.change ?? {}));
    const { url, verdict, model } = shown;
    expect(answer).toMatchObject({ url, verdict, model });
  });

  it('lets a list overrule the model, over REST and on the stream, until the entry goes', async () => {
    await gateway.send('PUT', '/v1/lists/deny/bbc.co.uk', { reason: 'a test', by: 'ann' });
    const denied = await until('the list to decide', async () => {
      const verdict = await judge(ORDINARY);
      return verdict.list !== undefined && verdict;
    });
    expect(denied).toMatchObject({ verdict: 'malicious', list: { list: 'deny', entry: 'bbc.co.uk' } });
    expect(denied.probability).toBeLessThan(0.5);
    expect(denied.reasons[0]).toBe('`bbc.co.uk` is on the deny list: a test (by ann)');
    await gateway.send('POST', '/v1/events', { urls: [ORDINARY] });
    const overruled = () =>
      gateway.metric('weir_overruled_verdicts_total', { list: 'deny', source: 'stream' });
    await until('the stream’s verdict', async () => (await overruled()) === 1);
    await gateway.remove('/v1/lists/deny/bbc.co.uk');
    await until('the model to decide again', async () => (await judge(ORDINARY)).verdict === 'safe');
  });

  it('refuses to train on a leak, and goes on where it is accepted, taught what a person corrected', async () => {
    await gateway.send('POST', '/v1/feedback', { url: DISPUTED, label: 'phishing', by: 'ann' });
    await until('the correction to be taken', async () => (await log()).includes('corrections taken'));
    const { id } = await start({ schema: 'url', source: { kind: 'file', path: 'links.csv' } });
    const refused = await ended(id);
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'WEIR_DATA_LEAK' } });
    const accepted = await start({
      schema: 'url',
      from: 'training',
      snapshot: refused.snapshotId,
      leaks: 'accept',
      search: { algorithms: ['decision-tree'] },
    });
    const { state, links } = await ended(accepted.id);
    expect(state).toBe('succeeded');
    const version = await gateway.get<{ leaks: object[] }>(links?.model ?? '');
    expect(version).toMatchObject({ version: 2, feedback: { rows: 1, replacedRows: 1 } });
    expect(version.leaks.length).toBeGreaterThan(0);
    const { feedback } = await gateway.get<{ feedback: { examples: { url: string; label: string }[] } }>(
      links?.card ?? '',
    );
    expect(feedback.examples).toMatchObject([{ label: 'phishing' }]);
    expect(feedback.examples[0]?.url).toMatch(/^hxxps?:\/\/[^.]+\[\.\]org\//);
  });

  it('keeps its log free of live links, though an error quotes the data', async () => {
    const { id } = await start({ schema: 'url', source: { kind: 'file', path: 'swapped.csv' } });
    expect(await ended(id)).toMatchObject({ state: 'failed', error: { code: 'WEIR_DATA_LABEL' } });
    const text = await log();
    expect(text).toMatch(/hxxp:\/\/paypal-login0\[\.\]harbour\[\.\]tk/);
    expect(text).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/);
  });

  it('ends cleanly on SIGTERM', async () => {
    expect(await weir.stop('SIGTERM'), weir.output()).toBe(0);
  });
});
