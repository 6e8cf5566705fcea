import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { InvalidSchemaError, parseFeatureSchema } from './yaml-schema.js';

const MAIL = {
  name: 'mail-headers',
  title: 'Mail headers',
  description: 'What a mail server sees',
  source: 'own',
  columns: [
    { name: 'spf', type: 'integer', allowed: [-1, 0, 1], description: 'SPF result' },
    { name: 'links', type: 'integer', minimum: 0 },
    { name: 'entropy', type: 'number', minimum: 0, maximum: 8 },
  ],
  label: {
    column: 'verdict',
    positive: 'phishing',
    classes: [
      { name: 'phishing', value: 1, aliases: ['bad', 'spam'], verdict: 'malicious' },
      { name: 'grey', value: 2, verdict: 'suspicious' },
      { name: 'fine', value: 0, verdict: 'safe' },
    ],
  },
};

function issuesOf(text: string): readonly { path: string; message: string }[] {
  try {
    parseFeatureSchema(text, 'own.yaml');
  } catch (error) {
    if (error instanceof InvalidSchemaError) return error.issues;
    throw error;
  }
  return [];
}

/** MAIL with the value at a dotted path replaced; `undefined` takes it out. */
function mailWith(path: string, value: unknown): string {
  const copy = structuredClone(MAIL) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return stringify(copy);
}

describe('parseFeatureSchema', () => {
  it('reads a whole schema', () => {
    expect(parseFeatureSchema(stringify(MAIL), 'own.yaml')).toStrictEqual({
      ...MAIL,
      input: { kind: 'features' },
    });
  });

  it('needs neither title, description nor source', () => {
    const { title: _t, description: _d, source: _s, ...bare } = MAIL;
    const schema = parseFeatureSchema(stringify(bare), 'own.yaml');
    expect(schema).toStrictEqual({
      ...bare,
      title: 'mail-headers',
      description: '',
      input: { kind: 'features' },
    });
  });

  it.each([
    ['name', undefined],
    ['name', 'Mail Headers'],
    ['name', '9mail'],
    ['name', 'a/b'],
    ['title', 7],
    ['columns', undefined],
    ['columns', []],
    ['columns', 'spf'],
    ['columns', [MAIL.columns[0], MAIL.columns[0]]],
    ['columns.0.name', ''],
    ['columns.1.type', 'text'],
    ['columns.1.type', undefined],
    ['columns.0.allowed', []],
    ['columns.0.allowed', [1, 1]],
    ['columns.0.allowed', ['1']],
    ['columns.2.minimum', 'none'],
    ['columns.2.minimum', 9],
    ['columns.2.colour', 'red'],
    ['label', undefined],
    ['label', 'verdict'],
    ['label.column', ''],
    ['label.column', 'spf'],
    ['label.positive', 'fraud'],
    [
      'label.classes',
      Array.from({ length: 32 }, (_, value) => ({ name: `c${value}`, value, verdict: 'safe' })),
    ],
    ['label.classes', []],
    ['label.classes', [MAIL.label.classes[0]]],
    ['label.classes.1.name', ''],
    ['label.classes.1.value', undefined],
    ['label.classes.1.value', {}],
    ['label.classes.1.value', true],
    ['label.classes.1.aliases', 'one'],
    ['label.classes.1.aliases', [{}]],
    ['label.classes.1.verdict', 'grey'],
    ['surprise', 1],
  ])('names %s where it is %j', (path, value) => {
    expect(issuesOf(mailWith(path, value)).map((issue) => issue.path)).toContain(path);
  });

  it.each([
    ['columns.0.allowed.1', 'columns.0.allowed', [0, 0.5]],
    ['columns.2.allowed.1', 'columns.2.allowed', [1, 9]],
    ['label.classes.2', 'label.classes.2.value', 1],
    ['label.classes.2', 'label.classes.2.aliases', ['SPAM']],
    ['label.classes.1', 'label.classes.1.name', 'phishing'],
  ])('names %s, which contradicts another place', (path, place, value) => {
    expect(issuesOf(mailWith(place, value)).map((issue) => issue.path)).toEqual([path]);
  });

  it('finds several problems at once', () => {
    const text = mailWith('name', 'X').replace('type: number', 'type: text');
    expect(issuesOf(text).map((issue) => issue.path)).toEqual(['name', 'columns.2.type']);
  });

  it.each([
    ['no YAML', 'name: [unclosed', /line 1/],
    ['a list', '- name: x', /one YAML mapping/],
    ['a text', 'hello', /one YAML mapping/],
    ['nothing', '', /one YAML mapping/],
    ['two documents', 'name: a\n---\nname: b', /multiple documents/i],
    ['the same key twice', 'name: a\nname: b', /unique/],
  ])('says what is wrong with %s', (_case, text, message) => {
    const [issue] = issuesOf(text);
    expect(issue).toMatchObject({ code: 'yaml', path: '' });
    expect(issue?.message).toMatch(message);
  });

  it('names the file, the places and the reasons in one message', () => {
    expect(() => parseFeatureSchema(mailWith('label.positive', 'fraud'), 'own.yaml')).toThrow(
      'own.yaml: label.positive: "fraud" is not one of phishing, grey, fine',
    );
  });

  it('names the file once where the fault is the whole of it', () => {
    expect(() => parseFeatureSchema('hello', 'own.yaml')).toThrow(/^own\.yaml: the file must/);
  });
});
