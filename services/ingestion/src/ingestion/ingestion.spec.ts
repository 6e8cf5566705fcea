import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  ALL_TOPICS,
  DatasetSnapshotPublished,
  PipelineProgress,
  type PipelineRequested,
  SchemaRegistry,
  type SourceRequest,
  validate,
} from '@weir/contracts';
import {
  createLogger,
  type EventRecord,
  openStateFolder,
  readEnvironment,
  SnapshotCatalog,
  type SnapshotManifest,
  SnapshotReader,
  type StateFolder,
  WeirError,
} from '@weir/platform';
import { EmbeddedDocuments, EmbeddedEventBus, FilesystemObjects } from '@weir/platform/adapters';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenSource, type Source, Sources } from '../sources/index.js';
import { Ingestion } from './ingestion.js';

const SHIPPED = new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url);

let path: string;
let folder: StateFolder;
let bus: EmbeddedEventBus;
let documents: EmbeddedDocuments;
let objects: FilesystemObjects;
let catalog: SnapshotCatalog;
let ingestion: Ingestion;
const logger = createLogger({ service: 'ingestion', level: 'silent' });

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'weir-ingestion-'));
  await mkdir(join(path, 'data'));
  folder = await openStateFolder(join(path, 'state'));
  bus = new EmbeddedEventBus(folder.lmdb('events'));
  documents = new EmbeddedDocuments(folder.lmdb('documents'));
  objects = new FilesystemObjects(join(path, 'objects'));
  catalog = new SnapshotCatalog(documents);
  await bus.ensureTopics(ALL_TOPICS);
  ingestion = ingestionWith({});
});

afterEach(async () => {
  await bus.close();
  await documents.close();
  await objects.close();
  await folder.close();
  await rm(path, { recursive: true, force: true });
});

function ingestionWith(parts: Partial<ConstructorParameters<typeof Ingestion>[0]>): Ingestion {
  const sources = new Sources(readEnvironment({ WEIR_FILES: join(path, 'data') }), objects);
  return new Ingestion({ bus, documents, objects, schemas: new SchemaRegistry(), sources, logger, ...parts });
}

function requestOf(source: SourceRequest, more: Partial<PipelineRequested> = {}): PipelineRequested {
  return {
    runId: 'run-1',
    schema: 'uci-9',
    from: 'ingestion',
    source,
    at: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

async function file(name: string, text: string | Buffer): Promise<SourceRequest> {
  await writeFile(join(path, 'data', name), text);
  return { kind: 'file', path: name };
}

const HEADER =
  'SFH,popUpWidnow,SSLfinal_State,Request_URL,URL_of_Anchor,web_traffic,URL_Length,age_of_domain,having_IP_Address,Result';
const csv = (...rows: readonly string[]) => [HEADER, ...rows, ''].join('\n');

/** All records of a topic so far, read as a group of its own would. */
async function recordsOf(topic: string): Promise<EventRecord[]> {
  const group = `spec-${topic}-${Math.random()}`;
  const expected = (await bus.lag(group, [topic])).reduce((sum, { lag }) => sum + Number(lag), 0);
  const records: EventRecord[] = [];
  const subscription = await bus.subscribe({ group, topics: [topic], from: 'earliest' }, async (batch) => {
    records.push(...batch.records);
  });
  await vi.waitFor(() => expect(records.length).toBeGreaterThanOrEqual(expected), 5_000);
  await subscription.close();
  return records;
}

async function eventsOf<T extends object>(topic: string, type: new () => T): Promise<T[]> {
  return (await recordsOf(topic)).map(({ value }) => {
    const event = validate(type, JSON.parse(String(value)));
    if (!event.ok) throw new Error(JSON.stringify(event.issues));
    return event.value;
  });
}

const snapshots = () => eventsOf('datasets.snapshots', DatasetSnapshotPublished);
const progress = () => eventsOf('pipeline.progress', PipelineProgress);

describe('ingestion', () => {
  it('turns the UCI data into a snapshot that holds every row', async () => {
    const packed = await readFile(SHIPPED);
    const request = requestOf(await file('uci.csv.gz', packed), {
      schema: 'uci-30',
      run: { until: 'validation' },
    });
    await ingestion.handle(request, {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });

    const [event] = await snapshots();
    expect(event).toMatchObject({
      runId: 'run-1',
      schema: 'uci-30',
      rows: 11_055,
      run: { until: 'validation' },
    });
    expect(event).not.toHaveProperty('parent');
    const manifest = (await catalog.get(event!.snapshotId)) as SnapshotManifest;
    expect(manifest.classCounts).toEqual({ phishing: 4_898, legitimate: 6_157 });
    expect(manifest.source).toMatchObject({ kind: 'file', position: { bytes: packed.length } });

    const lines = gunzipSync(packed).toString().trimEnd().split('\n').slice(1);
    let read = 0;
    for await (const { rows, features, labels } of new SnapshotReader(objects).chunks(manifest)) {
      for (let row = 0; row < rows; row += 1) {
        const cells = lines[read + row]!.split(',').map(Number);
        expect([...features.subarray(row * 30, row * 30 + 30)]).toEqual(cells.slice(0, 30));
        expect(labels[row]).toBe(cells[30] === -1 ? 0 : 1);
      }
      read += rows;
    }
    expect(read).toBe(11_055);

    const [record] = await recordsOf('datasets.snapshots');
    expect(record?.key?.toString()).toBe('uci-30');
    expect(record?.headers).toMatchObject({
      ce_type: 'weir.datasets.snapshot.v1',
      ce_source: '/weir/ingestion',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
  });

  it('reports its progress, and that its stage succeeded', async () => {
    await ingestion.handle(requestOf(await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1'))));
    const reports = await progress();
    expect(reports.map(({ stage, state }) => [stage, state])).toEqual([
      ['ingestion', 'running'],
      ['ingestion', 'succeeded'],
    ]);
    const [event] = await snapshots();
    expect(reports.at(-1)).toMatchObject({ runId: 'run-1', result: { snapshotId: event?.snapshotId } });
    expect(reports.at(-1)?.last).toBeUndefined();
    expect(Date.parse(reports[1]!.at)).toBeGreaterThan(Date.parse(reports[0]!.at));
  });

  it('ends a run that was asked to go no further', async () => {
    const request = requestOf(await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1')), {
      run: { until: 'ingestion' },
    });
    await ingestion.handle(request);
    expect((await progress()).at(-1)).toMatchObject({ state: 'succeeded', last: true });
  });

  it('links a snapshot to the newest of its schema, and the same rows to the snapshot there is', async () => {
    const first = await file('first.csv', csv('1,1,1,1,1,1,1,1,1,1'));
    const second = await file('second.csv', csv('0,1,1,1,1,1,1,1,1,0'));
    await ingestion.handle(requestOf(first, { runId: 'run-1' }));
    await ingestion.handle(requestOf(second, { runId: 'run-2' }));
    await ingestion.handle(requestOf(first, { runId: 'run-3' }));
    const events = await snapshots();
    const of = (runId: string) => events.find((each) => each.runId === runId)!;
    expect(of('run-2').parent).toBe(of('run-1').snapshotId);
    expect(of('run-3').snapshotId).toBe(of('run-1').snapshotId);
    expect(of('run-3').parent).toBeUndefined();
    expect((await catalog.list()).items).toHaveLength(2);
  });

  it('does not refuse values outside the range allowed: validation reports them', async () => {
    await ingestion.handle(requestOf(await file('rows.csv', csv('99,-7.5,1,1,1,1,1,1,?,1'))));
    const manifest = (await catalog.newest('uci-9'))!;
    for await (const chunk of new SnapshotReader(objects).chunks(manifest)) {
      expect([...chunk.features]).toEqual([99, -7.5, 1, 1, 1, 1, 1, 1, Number.NaN]);
    }
  });

  it('takes data without labels, and says so in the manifest', async () => {
    const text = [HEADER.replace(',Result', ''), '1,1,1,1,1,1,1,1,1', ''].join('\n');
    await ingestion.handle(requestOf(await file('rows.csv', text)));
    expect(await catalog.newest('uci-9')).toMatchObject({ labelled: false, rows: 1 });
  });

  it('takes an upload of URLs', async () => {
    await objects.put(
      'uploads/0190',
      Buffer.from('{"url":"http://пример.рф","label":"phishing"}\n{"url":"a.b","label":"benign"}\n'),
    );
    await ingestion.handle(requestOf({ kind: 'upload', key: 'uploads/0190' }, { schema: 'url' }));
    const manifest = (await catalog.newest('url'))!;
    expect(manifest).toMatchObject({
      textColumns: ['url', 'source', 'date'],
      classCounts: { phishing: 1, legitimate: 1 },
    });
    for await (const { text } of new SnapshotReader(objects).chunks(manifest)) {
      expect(text).toEqual({ url: ['http://пример.рф', 'a.b'], source: [null, null], date: [null, null] });
    }
  });
});

describe('a request that comes again', () => {
  it('changes nothing and is told by an equal event', async () => {
    const request = requestOf(await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1')));
    await ingestion.handle(request);
    const manifest = await catalog.newest('uci-9');
    await ingestion.handle(request);
    const [first, second, ...others] = await recordsOf('datasets.snapshots');
    expect(others).toEqual([]);
    expect(second?.value).toEqual(first?.value);
    expect(second?.headers.ce_id).toBe(first?.headers.ce_id);
    expect((await catalog.list()).items).toEqual([manifest]);
  });

  it('tells of the snapshot it made, though its source has moved on or is gone', async () => {
    const source = await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1'));
    await ingestion.handle(requestOf(source));
    await file('rows.csv', csv('0,0,0,0,0,0,0,0,0,0'));
    await ingestion.handle(requestOf(source));
    await rm(join(path, 'data', 'rows.csv'));
    await ingestion.handle(requestOf(source));
    expect(new Set((await snapshots()).map((each) => each.snapshotId)).size).toBe(1);
    expect((await progress()).map((each) => each.state)).not.toContain('failed');
  });

  it.each(['data.parquet', 'manifest.json', 'catalogue', 'log', 'event'])(
    'is finished from where a crash after the %s left it',
    async (step) => {
      const request = requestOf(await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1')));
      await expect(crashingAfter(step).handle(request)).rejects.toThrow();
      await ingestion.handle(request);
      const events = await snapshots();
      expect(new Set(events.map((each) => JSON.stringify(each))).size).toBe(1);
      expect((await catalog.list()).items.map((each) => each.id)).toEqual([events[0]?.snapshotId]);
      expect((await progress()).at(-1)?.state).toBe('succeeded');
    },
  );
});

/** An ingestion whose process is gone after a step: the step is done, and everything after it fails as a closed connection does. */
function crashingAfter(step: string): Ingestion {
  let crashed = false;
  const gone = () => Object.assign(new Error('the process is gone'), { syscall: 'crash' });
  const guard = <T extends object>(target: T, crashesOn: (method: string, args: unknown[]) => boolean): T =>
    new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name, object);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          if (crashed) throw gone();
          const result: unknown = await member.apply(object, args);
          if (crashesOn(String(name), args)) {
            crashed = true;
            throw gone();
          }
          return result;
        };
      },
    });
  const collections = { catalogue: 'snapshots', log: 'ingestions' } as const;
  const watched = collections[step as keyof typeof collections];
  const guardedDocuments = new Proxy(documents, {
    get: (object, name) =>
      name !== 'collection'
        ? Reflect.get(object, name, object)
        : async (spec: { name: string; indexes: [] }) =>
            guard(await object.collection(spec), (method) => method === 'insert' && spec.name === watched),
  });
  return ingestionWith({
    objects: guard(objects, (method, [key]) => method === 'put' && String(key).endsWith(step)),
    documents: guardedDocuments,
    bus: guard(bus, (method, [records]) => {
      const topic = (records as { topic: string }[])[0]?.topic;
      return method === 'publish' && step === 'event' && topic === 'datasets.snapshots';
    }),
  });
}

describe('a failure', () => {
  it.each([
    ['an empty file', '', 'WEIR_DATA_EMPTY', /is empty/],
    ['a header alone', csv(), 'WEIR_DATA_EMPTY', /no rows/],
    ['a wrong header alone', 'a,b\n', 'WEIR_DATA_COLUMNS', /missing/],
    ['a binary file', Buffer.from([0, 1, 2, 255]), 'WEIR_DATA_BINARY', /not text/],
    ['a missing column', csv('1').replace('SFH,', ''), 'WEIR_DATA_COLUMNS', /missing: "SFH"/],
    [
      'an extra column',
      `x${csv()}1,1\n`.replace('xSFH', 'x,SFH'),
      'WEIR_DATA_COLUMNS',
      /not in the schema: "x"/,
    ],
    ['a renamed column', csv('1,1').replace('SFH', 'SFX'), 'WEIR_DATA_COLUMNS', /did you mean "SFH"/],
    [
      'an unparseable number',
      csv('1,1,1,1,1,1,1,1,1,1', '1,x,1,1,1,1,1,1,1,1'),
      'WEIR_DATA_VALUE',
      /Row 2, column popUpWidnow/,
    ],
    ['an unknown label', csv('1,1,1,1,1,1,1,1,1,7'), 'WEIR_DATA_LABEL', /Row 1, column Result/],
    ['a short row', csv('1,1,1,1,1,1,1,1,1,1', '1,1'), 'WEIR_DATA_MALFORMED', /Row 2 has 2 values/],
  ])(
    'of the data (%s) ends the run with its code, and is not tried again',
    async (_what, text, code, message) => {
      await ingestion.handle(requestOf(await file('rows.csv', text)));
      expect((await progress()).at(-1)).toMatchObject({
        state: 'failed',
        last: true,
        error: { code, message: expect.stringMatching(message) },
      });
      expect(await snapshots()).toEqual([]);
      expect((await catalog.list()).items).toEqual([]);
    },
  );

  it.each([
    ['a wrong delimiter', { delimiter: ';' }, {}, 'WEIR_DATA_COLUMNS'],
    ['an unknown schema', {}, { schema: 'absent' }, 'WEIR_SCHEMA_UNKNOWN'],
    ['a file that is not there', { path: 'absent.csv' }, {}, 'WEIR_NOT_FOUND'],
    ['a file outside', { path: '../state/lock' }, {}, 'WEIR_SOURCE_REFUSED'],
    ['an upload elsewhere', { kind: 'upload', key: 'snapshots/x' }, {}, 'WEIR_SOURCE_REFUSED'],
    ['an upload that is not there', { kind: 'upload', key: 'uploads/absent' }, {}, 'WEIR_OBJECT_MISSING'],
    ['no server configured', { kind: 'mongodb', collection: 'c' }, {}, 'WEIR_SOURCE_REFUSED'],
    ['no topic named', { kind: 'kafka' }, {}, 'WEIR_REQUEST_INVALID'],
  ] as const)('of the request (%s) ends the run with its code', async (_what, source, more, code) => {
    const rows = await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1'));
    await ingestion.handle(requestOf({ ...rows, ...source }, more));
    expect((await progress()).at(-1)).toMatchObject({ state: 'failed', last: true, error: { code } });
  });

  it('of a request without a source ends the run', async () => {
    const { source: _source, ...request } = requestOf({ kind: 'file' });
    await ingestion.handle(request);
    expect((await progress()).at(-1)).toMatchObject({ error: { code: 'WEIR_REQUEST_INVALID' } });
  });

  it('that passes is handed back to be tried again, and says that the run waits', async () => {
    const away: Source = {
      open: async () => {
        throw new WeirError('WEIR_SOURCE_UNAVAILABLE', 'the server is away');
      },
    };
    const request = requestOf(await file('rows.csv', csv('1,1,1,1,1,1,1,1,1,1')));
    await expect(ingestionWith({ sources: away }).handle(request)).rejects.toMatchObject({
      code: 'WEIR_SOURCE_UNAVAILABLE',
    });
    expect((await progress()).at(-1)).toMatchObject({
      state: 'running',
      message: 'waiting: the server is away',
    });
    await ingestion.handle(request);
    expect((await progress()).at(-1)?.state).toBe('succeeded');
  });

  it('of our own is reported, so that it does not hold up the requests behind it', async () => {
    const broken: Source = {
      open: async () => {
        throw new TypeError('a fault');
      },
    };
    await ingestionWith({ sources: broken }).handle(requestOf({ kind: 'file', path: 'rows.csv' }));
    expect((await progress()).at(-1)).toMatchObject({ state: 'failed', error: { code: 'WEIR_INTERNAL' } });
  });
});

describe('a request that is taken away', () => {
  it('stops in the middle of its rows, publishes nothing more and closes its source', async () => {
    const taken = new AbortController();
    let closed = false;
    async function* rows() {
      for (let rowNumber = 1; ; rowNumber += 1) {
        if (rowNumber === 5_500) taken.abort();
        if (rowNumber > 20_000) throw new Error('it went on reading');
        yield { rowNumber, cells: Array.from({ length: 10 }, () => '1') };
      }
    }
    const endless: OpenSource = {
      table: { columns: HEADER.split(','), header: true, rows: rows() },
      position: () => ({ kind: 'file', name: 'endless' }),
      close: async () => {
        closed = true;
      },
    };
    const interrupted = ingestionWith({ sources: { open: async () => endless } });
    await expect(
      interrupted.handle(requestOf({ kind: 'file', path: 'x' }), { signal: taken.signal }),
    ).rejects.toThrow('taken away');
    expect(closed).toBe(true);
    expect(new Set((await progress()).map((each) => each.state))).toEqual(new Set(['running']));
    expect(await snapshots()).toEqual([]);
  });
});
