import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from './delimiter.js';
import { detectFormat } from './detect.js';
import { type ReadTableOptions, readTable } from './read-table.js';

const EXPECTED = ['a', 'b', 'label'];

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(
  content: string | Buffer,
  options: Partial<ReadTableOptions> = {},
  pieces = 7,
): Promise<{ columns: readonly string[]; rows: unknown[][] }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const table = await readTable(inPieces(bytes, pieces), { name: 'rows', expected: EXPECTED, ...options });
  const rows: unknown[][] = [];
  for await (const row of table.rows) {
    expect(row.rowNumber).toBe(rows.length + 1);
    rows.push([...row.cells]);
  }
  return { columns: table.columns, rows };
}

const failure = (code: string, message?: RegExp) =>
  expect.objectContaining({
    code,
    message: message === undefined ? expect.any(String) : expect.stringMatching(message),
  });

describe('CSV', () => {
  it('is read with its header', async () => {
    expect(await read('a,b,label\n1,2,x\n3,4,y\n')).toEqual({
      columns: EXPECTED,
      rows: [
        ['1', '2', 'x'],
        ['3', '4', 'y'],
      ],
    });
  });

  it.each([
    ['a byte order mark', '\uFEFFa,b,label\n1,2,x\n'],
    ['CRLF line ends', 'a,b,label\r\n1,2,x\r\n'],
    ['CR line ends', 'a,b,label\r1,2,x\r'],
    ['no line end at the end', 'a,b,label\n1,2,x'],
    ['mixed line ends and blank lines', '\r\na,b,label\r\n\n1,2,x\n\r\n'],
    ['quotes around everything', '"a","b","label"\n"1","2","x"\n'],
    ['space around the names', ' a , b ,label\n1,2,x\n'],
    ['semicolons', 'a;b;label\n1;2;x\n'],
    ['tabs', 'a\tb\tlabel\n1\t2\tx\n'],
    ['bars', 'a|b|label\n1|2|x\n'],
  ])('with %s is the same', async (_what, text) => {
    for (const pieces of [1, 2, 3, 1000]) {
      expect(await read(text, {}, pieces)).toEqual({ columns: EXPECTED, rows: [['1', '2', 'x']] });
    }
  });

  it('keeps delimiters, line ends and doubled quotes within quotes', async () => {
    const { rows } = await read('a,b,label\n"1,5","say ""hi""","two\r\nlines"\n');
    expect(rows).toEqual([['1,5', 'say "hi"', 'two\r\nlines']]);
  });

  it('takes the delimiter that is given', async () => {
    const { columns } = await read('a:b:label\n1:2:x\n', { delimiter: ':' });
    expect(columns).toEqual(EXPECTED);
  });

  it('names the row whose length is not the header’s', async () => {
    await expect(read('a,b,label\n1,2,x\n1,2\n')).rejects.toEqual(
      failure('WEIR_DATA_MALFORMED', /^Row 2 has 2 values for 3 columns/),
    );
    await expect(read('a,b,label\n1,2,x,4\n')).rejects.toEqual(
      failure('WEIR_DATA_MALFORMED', /^Row 1 has 4 values for 3 columns/),
    );
  });

  it('names the row with a quote that does not fit', async () => {
    await expect(read('a,b,label\n1,2,x\n1,"2,x\n')).rejects.toEqual(failure('WEIR_DATA_MALFORMED', /Row 2/));
    await expect(read('a,b,label\n1,"2"3,x\n')).rejects.toEqual(failure('WEIR_DATA_MALFORMED', /Row 1/));
  });

  it('takes a field of one mebibyte, and refuses a field without end', async () => {
    const long = 'u'.repeat(1024 * 1024);
    const { rows } = await read(`a,b,label\n1,${long},x\n`, {}, 65_536);
    expect(rows[0]?.[1]).toBe(long);
    await expect(read(`a,b,label\n1,"${'u'.repeat(5 * 1024 * 1024)}`, {}, 65_536)).rejects.toEqual(
      failure('WEIR_DATA_MALFORMED'),
    );
  });

  it('gives up on a header without an end, instead of going over it again and again', async () => {
    await expect(read('a'.repeat(5 * 1024 * 1024), { format: 'csv' }, 65_536)).rejects.toEqual(
      failure('WEIR_DATA_MALFORMED'),
    );
  });

  it('gives back any text that was quoted', async () => {
    const cell = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
    const row = fc.tuple(cell, cell, cell);
    const property = fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, pieces) => {
        const text = [EXPECTED, ...rows]
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect((await read(text, {}, pieces)).rows).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });
});

describe('ARFF', () => {
  const header =
    "% UCI\n@relation 'phishing set'\n\n@attribute a { -1,0,1 }\n@attribute 'b' numeric\n@ATTRIBUTE \"label\" {x, 'y z'}\n\n@DATA\n";

  it('is read with comments, quoted names and values, and ? for missing', async () => {
    expect(await read(`${header}-1,?,x\n% note\n\n 1 , 2.5 ,'y z'\n`)).toEqual({
      columns: EXPECTED,
      rows: [
        ['-1', null, 'x'],
        ['1', '2.5', 'y z'],
      ],
    });
  });

  it('reads escapes, commas and question marks within quotes as text', async () => {
    const { rows } = await read(`${header}'1,5','it\\'s','?'\r\n`);
    expect(rows).toEqual([['1,5', "it's", '?']]);
  });

  it.each([
    ['an attribute line that is none', '@relation r\n@attribut a {1}\n@data\n1\n', /Line 2/],
    ['no @data', '@relation r\n@attribute a {1}\n', /no @data/],
    ['a row of another length', `${header}1,2\n`, /Row 1 has 2 values for 3/],
    ['a sparse row', `${header}{0 1}\n`, /Row 1 is sparse/],
    ['an open quote', `${header}'1,2,x\n`, /Row 1 has a quote/],
  ])('with %s says so', async (_what, text, message) => {
    await expect(read(text)).rejects.toEqual(failure('WEIR_DATA_MALFORMED', message));
  });
});

describe('NDJSON', () => {
  it('is read by name, whatever the order; a member left out is missing', async () => {
    const text = '{"b":2,"a":1,"label":"x"}\n\n{"a":null,"label":"y"}\r\n{"a":"4","b":5.5}';
    expect(await read(text)).toEqual({
      columns: EXPECTED,
      rows: [
        [1, 2, 'x'],
        [null, null, 'y'],
        ['4', 5.5, null],
      ],
    });
  });

  it.each([
    ['a line that is not JSON', '{"a":1}\n{"a":\n', 'WEIR_DATA_MALFORMED', /Row 2 is not JSON/],
    ['an array', '[{"a":1}]', 'WEIR_DATA_MALFORMED', /Row 1 is not a JSON object/],
    ['an array over lines', '[\n{"a":1}]', 'WEIR_DATA_MALFORMED', /one object a line/],
    ['a number', '{"a":1}\n7\n', 'WEIR_DATA_MALFORMED', /Row 2 is not a JSON object/],
    ['a nested value', '{"a":{"b":1}}\n', 'WEIR_DATA_MALFORMED', /Row 1, column a/],
    ['a member of another name', '{"a":1,"c":2}\n', 'WEIR_DATA_COLUMNS', /Row 1 has "c"/],
  ])('with %s says so', async (_what, text, code, message) => {
    await expect(read(text, { format: 'ndjson' })).rejects.toEqual(failure(code, message));
  });

  it('does not take inherited members for data', async () => {
    const { rows } = await read('{"label":"x"}\n', { expected: ['constructor', 'label'] });
    expect(rows).toEqual([[null, 'x']]);
  });
});

describe('packing', () => {
  it('is told by the first bytes, not by the name; several gzip members are one stream', async () => {
    const packed = Buffer.concat([gzipSync('a,b,label\n1,2'), gzipSync(',x\n')]);
    for (const pieces of [1, 5, 1000]) {
      expect((await read(packed, { name: 'rows.csv' }, pieces)).rows).toEqual([['1', '2', 'x']]);
    }
  });

  it('that is damaged or cut short is malformed data', async () => {
    const packed = gzipSync(`a,b,label\n${'1,2,x\n'.repeat(1000)}`);
    await expect(read(packed.subarray(0, packed.length - 12))).rejects.toEqual(
      failure('WEIR_DATA_MALFORMED', /gzip/),
    );
    const damaged = Buffer.from(packed);
    damaged[20]! ^= 0xff;
    await expect(read(damaged)).rejects.toEqual(failure('WEIR_DATA_MALFORMED', /gzip/));
  });

  it('stops at the bound, however small the packed bytes are', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('a,b,label\n'), Buffer.alloc(50_000_000, '1,2,x\n')]));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(read(bomb, { maxBytes: 50_000 }, 65_536)).rejects.toEqual(failure('WEIR_OBJECT_TOO_LARGE'));
  });

  it('hands on the failure of whatever the bytes come from', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield gzipSync('a,b,label\n1,2,x\n').subarray(0, 15);
      throw new Error('connection reset');
    }
    const reading = async () => {
      const table = await readTable(broken(), { name: 'rows.csv.gz', expected: EXPECTED });
      for await (const _row of table.rows);
    };
    await expect(reading()).rejects.toThrow('connection reset');
  });
});

describe('what is no data', () => {
  it.each([
    ['nothing', ''],
    ['space', ' \n\r\n\t'],
    ['a byte order mark', '\uFEFF'],
    ['gzip of nothing', gzipSync('')],
  ])('%s is empty', async (_what, content) => {
    await expect(read(content as string)).rejects.toEqual(failure('WEIR_DATA_EMPTY'));
  });

  it.each([
    ['random bytes', Buffer.from([0x00, 0x9f, 0x92, 0x96, 0xff, 0x10]), /not UTF-8/],
    ['Latin-1', Buffer.from('a,b,label\n1,2,\xe9t\xe9\n', 'latin1'), /not UTF-8 text near byte/],
    ['a NUL within text', Buffer.from('a,b,label\n1,\0,x\n'), /byte/],
    ['UTF-16', Buffer.from('\uFEFFa,b,label\n', 'utf16le'), /UTF-16/],
    ['a zip archive', Buffer.from('PK\u0003\u0004\0\0\0\xff', 'latin1'), /zip/],
    ['Parquet', Buffer.from('PAR1\0\0\xff', 'latin1'), /Parquet/],
    ['gzip within gzip', gzipSync(gzipSync('a,b')), /packed twice/],
    ['UTF-8 cut short', Buffer.from('a,b,label\n1,2,é').subarray(0, -1), /not UTF-8/],
  ])('%s is binary', async (_what, content, message) => {
    for (const pieces of [4, 1000]) {
      await expect(read(content, { format: 'csv' }, pieces)).rejects.toEqual(
        failure('WEIR_DATA_BINARY', message),
      );
    }
  });
});

describe('the format', () => {
  it.each([
    ['rows.csv', '{', 'csv'],
    ['rows.TSV.gz', '', 'csv'],
    ['rows.arff', 'a,b', 'arff'],
    ['rows.jsonl', 'a,b', 'ndjson'],
    ['rows.ndjson.gz', '', 'ndjson'],
    ['uploads/0190', '{"a":1}', 'ndjson'],
    ['uploads/0190', '  @RELATION x', 'arff'],
    ['uploads/0190', '% comment', 'arff'],
    ['uploads/0190', 'a,b', 'csv'],
  ])('of %s beginning with %j is %s', (name, head, format) => {
    expect(detectFormat(name, head)).toBe(format);
  });

  it('takes the delimiter that gives the names expected, though another is more frequent', () => {
    expect(sniffDelimiter('a;b;label,1,2,3,4\n', ['a', 'b'])).toBe(';');
    expect(sniffDelimiter('url\n', ['url'])).toBe(',');
  });
});
