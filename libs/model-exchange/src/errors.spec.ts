import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXCHANGE_ERRORS, ExchangeError, type ExchangeErrorCode } from './errors.js';

const codes = Object.keys(EXCHANGE_ERRORS) as ExchangeErrorCode[];

describe('the error catalogue', () => {
  it('has codes of one form, each written once', () => {
    const source = readFileSync(new URL('./errors.ts', import.meta.url), 'utf8');
    for (const code of codes) {
      expect(code).toMatch(/^EXCHANGE_[A-Z_]+$/);
      expect(source.split(`${code}:`)).toHaveLength(2);
    }
  });

  it('says of each what happened and how to mend it, in words of its own', () => {
    const texts = codes.map((code) => EXCHANGE_ERRORS[code]);
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
    const error = new ExchangeError('EXCHANGE_ML_LIMIT', '9 rows');
    expect(error).toMatchObject({ name: 'ExchangeError', code: 'EXCHANGE_ML_LIMIT', detail: '9 rows' });
    expect(error.message).toContain(': 9 rows');
    expect(error.mend).toContain("'weir'");
  });
});
