/** Harmless links of one kind, against the phishing of an evaluation. Shares are 0 to 1. */
export interface HarmlessFigures {
  readonly rows: number;
  readonly rocAuc: number;
  /** Recall at the threshold that lets through one in a hundred, or a thousand, of these links. */
  readonly recallAt1In100: number;
  readonly recallAt1In1000: number;
  /** At the model's own thresholds. */
  readonly malicious: number;
  readonly suspiciousOrWorse: number;
  /** Of URLs called malicious, those that are phishing, by how rare phishing is: `1 in 100`. */
  readonly precision: Readonly<Record<string, number>>;
}

export interface PhishingFigures {
  readonly rows: number;
  readonly malicious: number;
  readonly suspiciousOrWorse: number;
}

export const HARMLESS_KINDS = {
  old: 'old deep links (ISCX-URL-2016 and a public sample)',
  modern: 'links and homepages of the 2020s, from packages and top sites',
  collected: 'links and homepages of the 2020s, collected for Weir',
  signIn: 'sign-in and account pages of well-known services',
} as const;

export type ComparedFigures = { readonly phishing: PhishingFigures } & Readonly<
  Record<keyof typeof HARMLESS_KINDS, HarmlessFigures>
>;

/** A model of the same making, taught on the past only, judged on what came after. Made by `npm run starter-model`. */
export interface StarterEvaluation {
  readonly newestTrainingYear: number;
  readonly trainingRows: number;
  readonly withNames: ComparedFigures;
  /** As if no list knew any of the sites. */
  readonly withoutNames: ComparedFigures;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** The evaluation as paragraphs of a model card, in Markdown. */
export function evaluationNotes(evaluation: StarterEvaluation): string[] {
  const { newestTrainingYear, trainingRows, withNames, withoutNames } = evaluation;
  const { rows, malicious, suspiciousOrWorse } = withNames.phishing;
  return [
    `On what comes after: the same making, taught on ${trainingRows.toLocaleString('en-GB')} rows with phishing up to ${newestTrainingYear} only, judged on ${rows.toLocaleString('en-GB')} newer phishing URLs of registrable domains it never saw, and on harmless links of domains it saw nothing harmless of. It calls ${percent(malicious)} of that phishing malicious and ${percent(suspiciousOrWorse)} suspicious or worse.`,
    figuresTable(withNames),
    `The same as if no list knew any of those sites (the columns of the family reputation blanked); of the phishing it then calls ${percent(withoutNames.phishing.malicious)} malicious:`,
    figuresTable(withoutNames),
  ];
}

function figuresTable(compared: ComparedFigures): string {
  const lines = Object.entries(HARMLESS_KINDS).map(([kind, title]) =>
    row(title, compared[kind as keyof typeof HARMLESS_KINDS]),
  );
  return [
    '| against | rows | ROC-AUC | recall at 1 % | at 0.1 % | called malicious | suspicious or worse | precision at 1 in 100 | 1 in 1,000 |',
    '|---|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function row(title: string, figures: HarmlessFigures): string {
  const cells = [
    title,
    figures.rows.toLocaleString('en-GB'),
    figures.rocAuc.toFixed(4),
    percent(figures.recallAt1In100),
    percent(figures.recallAt1In1000),
    percent(figures.malicious),
    percent(figures.suspiciousOrWorse),
    precisionAt(figures, '1 in 100'),
    precisionAt(figures, '1 in 1000'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Nothing is told of rarer phishing where not one of these links was called malicious. */
function precisionAt({ malicious, precision }: HarmlessFigures, prevalence: string): string {
  return malicious === 0 ? '–' : percent(precision[prevalence] ?? 0);
}
