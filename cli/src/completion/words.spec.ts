import { describe, expect, it } from 'vitest';
import { weirProgram } from '../program.js';
import { commandWords } from './words.js';

const commands = commandWords(weirProgram('1.2.3', async () => undefined));
const at = (path: string) => commands.find((each) => each.path === path);
const option = (path: string, name: string) => at(path)?.options.find(({ names }) => names.includes(name));

describe('commandWords', () => {
  it('knows every command with its subcommands, choices and options', () => {
    expect(at('')?.words).toContain('check');
    expect(at('models')?.words).toEqual(
      expect.arrayContaining(['compare', 'promote', 'rollback', 'download']),
    );
    expect(at('lists')?.words).toEqual(expect.arrayContaining(['allow', 'deny', 'add']));
    expect(at('completion')?.words).toEqual(['bash', 'zsh', 'fish']);
    expect(option('', '--json')).toEqual({ names: ['--json'] });
    expect(option('', '-h')).toEqual({ names: ['--help', '-h'] });
  });

  it('knows what values an option takes', () => {
    expect(option('models download', '--format')?.value?.words).toEqual([
      'safetensors',
      'onnx',
      'ml-random-forest',
    ]);
    expect(option('check', '-o')?.value).toEqual({ words: [], isFile: true });
    expect(option('', '--key-file')?.value).toEqual({ words: [], isFile: true });
    expect(option('verdicts', '--limit')?.value).toEqual({ words: [], isFile: false });
    expect(option('verdicts', '--verdict')?.value?.several).toBe('words');
    expect(option('keys create', '--scope')?.value).toMatchObject({ several: 'commas' });
    expect(option('train', '--no-wait')).toEqual({ names: ['--no-wait'] });
  });

  it('lets a group take the options of the list that it stands for', () => {
    expect(option('runs', '--limit')).toEqual(option('runs list', '--limit'));
    expect(option('runs', '--limit')).toBeDefined();
  });

  it('knows which commands read a file', () => {
    const readers = commands.filter(({ takesFile }) => takesFile).map(({ path }) => path);
    expect(readers).toEqual(['ingest', 'train']);
  });

  it('holds plain words only: they stand within quotes of three shells', () => {
    const words = commands.flatMap((each) => [
      ...each.path.split(' '),
      ...each.words,
      ...each.options.flatMap(({ names, value }) => [...names, ...(value?.words ?? [])]),
    ]);
    for (const word of words) expect(word).toMatch(/^[a-zA-Z0-9-]*$/);
  });
});
