import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEARNING_ERRORS, LearningError, type LearningErrorCode } from './errors.js';

const codes = Object.keys(LEARNING_ERRORS) as LearningErrorCode[];

describe('the error catalogue', () => {
  it('has codes of one form, each written once', () => {
    const source = readFileSync(new URL('./errors.ts', import.meta.url), 'utf8');
    for (const code of codes) {
      expect(code).toMatch(/^LEARN_[A-Z_]+$/);
      expect(source.split(`${code}:`)).toHaveLength(2);
    }
  });

  it('says of each what happened and how to mend it, in words of its own', () => {
    const texts = codes.map((code) => LEARNING_ERRORS[code]);
    expect(new Set(texts.map((text) => text.message)).size).toBe(codes.length);
    for (const { message, mend } of texts) expect(Math.min(message.length, mend.length)).toBeGreaterThan(10);
  });

  it('holds no code that nothing throws', () => {
    const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
    const sources = files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'errors.ts')
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('carries code, mend and detail', () => {
    const error = new LearningError('LEARN_ONE_CLASS', 'class 1');
    expect(error).toMatchObject({ name: 'LearningError', code: 'LEARN_ONE_CLASS', detail: 'class 1' });
    expect(error.message).toBe('all rows carry the same label: class 1');
    expect(error.mend).toContain('two classes');
  });
});
