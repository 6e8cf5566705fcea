import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VerdictCounter } from './verdict-counter.js';

const CSV = [
  'url,note,prediction,verdict,probability',
  'a.example,x,phishing,malicious,0.99',
  '"b.example, with a comma","two\nlines,phishing,malicious,0.9\n",legitimate,safe,0.01',
  'c.example,"a ""quoted"" word",phishing,suspicious,0.6',
  'd.example,,legitimate,safe,1e-7',
].join('\n');

it('counts the last column but one, whatever stands in the others and however the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: CSV.length })), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), CSV.length];
      const counter = new VerdictCounter();
      for (let index = 1; index < at.length; index += 1) counter.feed(CSV.slice(at[index - 1], at[index]));
      counter.end();
      expect(counter.tally).toEqual({ malicious: 1, suspicious: 1, safe: 2, error: 0 });
    }),
  );
});
