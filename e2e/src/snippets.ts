import { readFileSync } from 'node:fs';

/** The blocks of a page of docs/ in one language, in their order. */
export function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    (match) => match[1] ?? '',
  );
}
