import { UCI_9, UCI_30, URL_SCHEMA } from '@weir/contracts';
import type { LeakFinding } from '@weir/drift';
import { describe, expect, it } from 'vitest';
import { acceptLeaks, blockingLeaks } from './leak-rules.js';

const found = (changes: Partial<LeakFinding> = {}): LeakFinding => ({
  code: 'leak-value',
  severity: 'error',
  column: 'SFH',
  rule: 'SFH = 1 means legitimate',
  balancedAccuracy: 0.97,
  f1: 0.97,
  coverage: 0.5,
  visibleToModel: true,
  message: 'told',
  ...changes,
});
const hidden = found({
  severity: 'warning',
  rule: 'url.has_scheme = 1 means phishing',
  visibleToModel: false,
});

describe('blockingLeaks', () => {
  it('counts every rule of URLs, seen by the model or not, from a balanced accuracy of 0.95', () => {
    const findings = [hidden, found({ balancedAccuracy: 0.95 }), found({ balancedAccuracy: 0.9499 })];
    expect(blockingLeaks(URL_SCHEMA, findings)).toEqual([
      { rule: hidden.rule, balancedAccuracy: 0.97, visibleToModel: false },
      { rule: 'SFH = 1 means legitimate', balancedAccuracy: 0.95, visibleToModel: true },
    ]);
  });

  it.each([UCI_30, UCI_9])('counts of $name what the model sees', (schema) => {
    expect(blockingLeaks(schema, [hidden])).toEqual([]);
    expect(blockingLeaks(schema, [found()])).toHaveLength(1);
  });
});

describe('acceptLeaks', () => {
  const question = {
    schema: URL_SCHEMA,
    manifest: { id: 'url-1', classCounts: { phishing: 20, legitimate: 900 } },
  };

  it('refuses, and names the rules, what the model sees of them, and how to go on', () => {
    const refuse = () => acceptLeaks([hidden, found()], { ...question, policy: undefined });
    expect(refuse).toThrow(
      expect.objectContaining({
        code: 'WEIR_DATA_LEAK',
        message: expect.stringMatching(
          /url-1: url\.has_scheme = 1 means phishing \(balanced accuracy 0\.970; the model cannot see it\); SFH = 1 means legitimate \(balanced accuracy 0\.970; the model can see it\)/,
        ),
      }),
    );
    expect(refuse).toThrow('{"schema":"url","from":"training","snapshot":"url-1","leaks":"accept"}');
    expect(() => acceptLeaks([found()], { ...question, policy: 'refuse' })).toThrow('One trivial rule alone');
  });

  it('gives the marks where the run accepts them, and none where there is nothing to accept', () => {
    expect(acceptLeaks([hidden], { ...question, policy: 'accept' })).toHaveLength(1);
    const few = { ...question.manifest, classCounts: { phishing: 19, legitimate: 900 } };
    expect(acceptLeaks([hidden], { ...question, manifest: few, policy: undefined })).toEqual([]);
    expect(acceptLeaks([], { ...question, policy: undefined })).toEqual([]);
  });
});
