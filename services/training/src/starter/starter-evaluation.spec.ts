import { describe, expect, it } from 'vitest';
import { evaluationNotes, HARMLESS_KINDS, type HarmlessFigures } from './starter-evaluation.js';
import { readStarterFacts } from './starter-facts.js';

describe('evaluationNotes', () => {
  it('tells the shipped evaluation: what was missed, on which links, with and without known names', async () => {
    const { evaluation } = await readStarterFacts();
    const notes = evaluationNotes(evaluation);
    const { phishing, old } = evaluation.withNames;
    expect(notes[0]).toContain(`${(phishing.malicious * 100).toFixed(1)} % of that phishing malicious`);
    for (const table of [notes[1], notes[3]]) {
      for (const title of Object.values(HARMLESS_KINDS)) expect(table).toContain(`| ${title} |`);
    }
    expect(notes[1]).toContain(old.rocAuc.toFixed(4));
    expect(notes[3]).toContain(evaluation.withoutNames.old.rocAuc.toFixed(4));
  });

  it('tells no precision where not one link was called malicious', async () => {
    const { evaluation } = await readStarterFacts();
    const none: HarmlessFigures = { ...evaluation.withNames.old, malicious: 0, precision: { '1 in 100': 1 } };
    const withNames = { ...evaluation.withNames, old: none };
    expect(evaluationNotes({ ...evaluation, withNames })[1]).toMatch(/old deep links .* \| – \| – \|/);
  });
});
