import { WeirError } from '@weir/platform';
import { closest } from './edit-distance.js';
import { allColumnsOf, type ExpectedColumns } from './expected-columns.js';

const DELIMITERS: readonly (readonly [delimiter: string, name: string])[] = [
  [',', 'a comma'],
  [';', 'a semicolon'],
  ['\t', 'a tab'],
  ['|', '"|"'],
  [':', 'a colon'],
  [' ', 'a space'],
];

/**
 * Checks a header against the columns expected.
 * Throws `WEIR_DATA_COLUMNS` naming every column that is missing, unknown or there twice, with the likely mistake.
 */
export function checkHeader(columns: readonly string[], expected: ExpectedColumns): void {
  const all = allColumnsOf(expected);
  const missing = expected.required.filter((name) => !columns.includes(name));
  const unknown = columns.filter((name) => !all.includes(name));
  const twice = columns.filter((name, index) => columns.indexOf(name) !== index);
  if (missing.length + unknown.length + twice.length === 0) return;
  const absent = all.filter((name) => !columns.includes(name));
  const problems = [
    ...delimiterHint(columns, all),
    ...noHeaderHint(columns),
    ...named('missing', missing),
    ...named('not in the schema', unknown, (name) => suggestion(name, absent)),
    ...named('there more than once', [...new Set(twice)]),
  ];
  throw new WeirError('WEIR_DATA_COLUMNS', `The columns do not fit: ${problems.join('; ')}`, {
    context: { missing, unknown, twice },
  });
}

function named(what: string, names: readonly string[], note: (name: string) => string = () => ''): string[] {
  const listed = names.slice(0, 40).map((name) => `${quoted(name)}${note(name)}`);
  return names.length === 0 ? [] : [`${what}: ${listed.join(', ')}`];
}

function suggestion(name: string, absent: readonly string[]): string {
  const likely = closest(name, absent);
  return likely === undefined ? '' : ` (did you mean ${quoted(likely)}?)`;
}

/** A header read as one name that holds another delimiter was cut at the wrong one. */
function delimiterHint(columns: readonly string[], all: readonly string[]): string[] {
  const [only] = columns;
  if (columns.length !== 1 || only === undefined || all.length < 2) return [];
  const likely = DELIMITERS.find(([delimiter]) =>
    only.split(delimiter).some((name) => name !== only && all.includes(name.trim())),
  );
  return likely === undefined
    ? []
    : [`the header was read as one column; its delimiter seems to be ${likely[1]}`];
}

function noHeaderHint(columns: readonly string[]): string[] {
  const numeric = columns.length > 1 && columns.every((name) => name !== '' && Number.isFinite(Number(name)));
  return numeric ? ['the first line seems to be data, not the header'] : [];
}

function quoted(name: string): string {
  return `"${name.slice(0, 100)}"`;
}
