import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { weirProgram } from '../program.js';
import { completed, isInstalled } from '../testing/completing-shells.js';
import { completionScript, SHELLS, type Shell } from './scripts.js';
import { commandWords } from './words.js';

const commands = commandWords(weirProgram('1.2.3', async () => undefined));
let folder: string;
const fileOf = (shell: Shell) => join(folder, `weir.${shell}`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-completion-'));
  for (const shell of SHELLS) writeFileSync(fileOf(shell), completionScript(shell, commands));
  writeFileSync(join(folder, 'features.csv'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A line, and what its last word becomes. */
const LINES: readonly (readonly [line: string, word: string])[] = [
  ['weir mod', 'models'],
  ['weir models comp', 'compare'],
  ['weir keys rev', 'revoke'],
  ['weir models compare --js', '--json'],
  ['weir check http://a.example/ --fail', '--fail-on'],
  ['weir runs --sch', '--schema'],
  ['weir --json completion z', 'zsh'],
  ['weir --gateway http://127.0.0.1:8080 mod', 'models'],
  ['weir --key-file models mod', 'models'],
  ['weir check --fail-on sus', 'suspicious'],
  ['weir check --fail-on=sus', 'suspicious'],
  ['weir check --fail-on suspicious --csv fea', 'features.csv'],
  ['weir models download url champion --format on', 'onnx'],
  ['weir models download url champion -o fea', 'features.csv'],
  ['weir train --schema uci-3', 'uci-30'],
  ['weir train --algorithms random-forest,dec', 'random-forest,decision-tree'],
  ['weir keys create ann --scope pred', 'predict'],
  ['weir keys create ann --scope=predict,rea', 'predict,read'],
  ['weir verdicts --verdict malicious sus', 'suspicious'],
  ['weir verdicts --verdict malicious suspicious --fol', '--follow'],
  ['weir ingest fea', 'features.csv'],
];

describe('completionScript', () => {
  describe.each(SHELLS)('in %s', (shell) => {
    const needsShell = ({ skip }: TestContext) => skip(!isInstalled(shell), `${shell} is not installed`);

    it('has no error of syntax', (test) => {
      needsShell(test);
      expect(spawnSync(shell, ['-n', fileOf(shell)], { encoding: 'utf8' }).stderr).toBe('');
    });

    it('completes commands, options, their values and files', (test) => {
      needsShell(test);
      const lines = LINES.map(([line]) => line);
      const words = completed(shell, lines, { script: fileOf(shell), folder });
      expect(lines.map((line, index) => [line, words[index]])).toEqual(LINES);
    });
  });

  it.each(SHELLS)('names every command, word and option for %s', (shell) => {
    const script = completionScript(shell, commands);
    const words = script.split(/[^\w-]+/);
    expect(commands.length).toBeGreaterThan(20);
    for (const { path, words: known, options } of commands) {
      const names = options.flatMap((option) => option.names);
      const bare = shell === 'fish' ? names.map((name) => name.replace(/^-+/, '')) : names;
      expect(words).toEqual(expect.arrayContaining([...path.split(' ').filter(Boolean), ...known, ...bare]));
    }
  });
});
