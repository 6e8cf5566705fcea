import type { Tag } from './tag-reader.js';

const INVISIBLE_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|border(?:-width)?\s*:\s*(?:0|none))/i;

/** Whether a frame cannot be seen, or merges into the page: "without frame borders", as the paper has it. */
export function isHiddenFrame({ attributes }: Tag): boolean {
  const border = attributes.get('frameborder')?.trim().toLowerCase();
  if (border === '0' || border === 'no' || attributes.has('hidden')) return true;
  if (isNothing(attributes.get('width')) || isNothing(attributes.get('height'))) return true;
  return INVISIBLE_STYLE.test(attributes.get('style') ?? '');
}

/** Nought or a single pixel. */
function isNothing(size: string | undefined): boolean {
  return size !== undefined && /^\s*[01](?:px)?\s*$/i.test(size);
}
