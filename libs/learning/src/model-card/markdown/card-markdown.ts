import type { CardTerms } from '../card-terms.js';
import type { ModelCard } from '../model-card.js';
import { feedbackMarkdown } from './feedback-markdown.js';
import { decisionsMarkdown, figuresMarkdown } from './figures-markdown.js';
import { code, count, decimal, parametersText, percent, table } from './table.js';

/** Features named of each importance. */
const FEATURES = 10;

function termsText({ columns, hashing, weights, used, cost }: CardTerms): string {
  const most = columns.length * weights;
  return `${columns.map(code).join(', ')}: logistic regression, cost ${cost}, over ids of ${code(hashing)}; ${count(used)} of ${count(most)} weights are not 0`;
}

function factsMarkdown({ model, data, lineage }: ModelCard): string {
  const classes = Object.entries(data.classes).map(([name, rows]) => `${name} ${count(rows)}`);
  const facts: [string, string | null][] = [
    [
      'Algorithm',
      `${model.algorithm}${Object.keys(model.parameters).length > 0 ? `, ${parametersText(model.parameters)}` : ''}`,
    ],
    ['Engine', model.engine],
    ['Features', count(data.features)],
    ['Of terms', model.terms && termsText(model.terms)],
    [
      'Rows',
      `${count(data.rows)}; distinct: ${count(data.distinctRows)}; left out: ${count(data.skippedRows)}`,
    ],
    ['Classes', classes.join('; ')],
    ['Source', data.source ?? 'not recorded'],
    ['Labels', data.labelsFrom ?? 'not recorded who gave them'],
    ['Snapshot', `${code(data.snapshotId)}, SHA-256 ${code(data.snapshotSha256)}`],
    ['Run', code(lineage.runId)],
    ['Made', lineage.createdAt],
    ['Seed', String(lineage.seed)],
    [
      'File',
      model.bytes === null
        ? null
        : `${count(model.bytes)} bytes${model.sha256 === null ? '' : `, SHA-256 ${code(model.sha256)}`}`,
    ],
  ];
  return table(
    ['', ''],
    facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function importanceMarkdown({ importance: { gain, permutation } }: ModelCard): string {
  const top = gain.slice(0, FEATURES).filter(({ share }) => share > 0);
  const shuffled = permutation.slice(0, FEATURES).filter(({ share }) => share > 0);
  return table(
    ['by gain', 'share', 'by shuffling', 'fall of F1'],
    Array.from({ length: Math.max(top.length, shuffled.length) }, (_, index) => {
      const [one, other] = [top[index], shuffled[index]];
      return [
        one ? code(one.feature) : '',
        one ? percent(one.share) : '',
        other ? code(other.feature) : '',
        other ? decimal(other.share) : '',
      ];
    }),
  );
}

function candidatesMarkdown({ candidates }: ModelCard): string {
  const rows = candidates.best.map(
    ({ algorithm, parameters, meanF1, standardDeviation, seconds, tried, rung }) => [
      algorithm,
      parametersText(parameters),
      `${decimal(meanF1)} ± ${decimal(standardDeviation)}${rung === undefined ? '' : `, rung ${rung}`}`,
      seconds === null ? '–' : seconds.toFixed(2),
      count(tried),
    ],
  );
  return [
    `${count(candidates.tried)} configurations were compared; the best of each algorithm, with its working time (a fit that answers for several counts in each):`,
    table(['algorithm', 'parameters', 'cross-validated F1', 'seconds', 'tried'], rows),
  ].join('\n\n');
}

/** A card as Markdown. */
export function cardMarkdown(card: ModelCard): string {
  const { model, data, limits, feedback } = card;
  const section = (title: string, ...body: readonly string[]) => [`## ${title}`, ...body];
  return `${[
    `# Model card: \`${model.schema}\``,
    factsMarkdown(card),
    ...data.notes,
    ...section('Figures', figuresMarkdown(card)),
    ...section('Decisions', decisionsMarkdown(card)),
    ...(feedback === null ? [] : section('Corrections', feedbackMarkdown(feedback))),
    ...section('What it rests on', importanceMarkdown(card)),
    ...section('Candidates', candidatesMarkdown(card)),
    ...section('Limits', limits.map((limit) => `- ${limit}`).join('\n')),
  ].join('\n\n')}\n`;
}
