import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weirProgram } from '../program.js';
import { completionScript, SHELLS, type Shell } from './scripts.js';
import { commandWords } from './words.js';

const commands = commandWords(weirProgram('1.2.3', async () => undefined));
const isInstalled = (shell: Shell) => spawnSync(shell, ['-c', 'true']).status === 0;
let folder: string;
const fileOf = (shell: Shell) => join(folder, `weir.${shell}`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-completion-'));
  for (const shell of SHELLS) writeFileSync(fileOf(shell), completionScript(shell, commands));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('commandWords', () => {
  it('knows every command with its subcommands, choices and options', () => {
    const words = (path: string) => commands.find((each) => each.path === path)?.words;
    expect(words('')).toContain('check');
    expect(words('models')).toEqual(expect.arrayContaining(['compare', 'promote', 'rollback', 'download']));
    expect(words('models download')).toEqual(expect.arrayContaining(['--format', '--json']));
    expect(words('lists')).toEqual(expect.arrayContaining(['allow', 'deny', 'add', '--reason']));
    expect(words('completion')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });

  it('holds plain words only: they stand within quotes of three shells', () => {
    for (const word of commands.flatMap(({ path, words }) => [...path.split(' '), ...words]))
      expect(word).toMatch(/^[a-z0-9-]*$/);
  });
});

describe('completionScript', () => {
  it.each(SHELLS)('has no error of syntax, where %s is there to say so', (shell) => {
    if (!isInstalled(shell)) return expect(completionScript(shell, commands)).toContain('models');
    expect(spawnSync(shell, ['-n', fileOf(shell)], { encoding: 'utf8' }).stderr).toBe('');
  });

  const completed = (...words: string[]) => {
    const script = `. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _weir; echo "\${COMPREPLY[*]}"`;
    return execFileSync('bash', ['-c', script, fileOf('bash'), 'weir', ...words], {
      encoding: 'utf8',
    }).trim();
  };

  it.each([
    [['mod'], 'models'],
    [['models', 'co'], 'compare'],
    [['models', 'compare', '--js'], '--json'],
    [['check', 'http://a.example/', '--fail'], '--fail-on'],
    [['--json', 'completion', 'z'], 'zsh'],
    [['keys', 'rev'], 'revoke'],
    [['check', 'urls'], ''],
  ])('completes %j in bash', (words, expected) => {
    expect(completed(...words)).toBe(expected);
  });

  it.runIf(isInstalled('fish'))('completes in fish', () => {
    const script = `source ${fileOf('fish')}; complete -C 'weir models co'`;
    expect(execFileSync('fish', ['-c', script], { encoding: 'utf8' })).toContain('compare');
  });
});
