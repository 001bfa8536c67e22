/** The answer as plain text, and whether a rep stands behind it. */
import type { Wording } from '../../../../contracts/sales-sourced/detail';

interface Block {
  type?: string;
  text?: unknown;
  children?: unknown;
}

/** Plain text of Strapi's block editor: one line per paragraph, heading or list entry. */
export function plainText(blocks: unknown): string {
  if (!Array.isArray(blocks)) return '';
  return (blocks as Block[]).map(lineOf).join('\n').trim();
}

function lineOf(block: Block): string {
  if (typeof block.text === 'string') return block.text;
  if (!Array.isArray(block.children)) return '';
  const children = block.children as Block[];
  return children.map(lineOf).join(block.type === 'list' ? '\n' : '');
}

/** Whether an answer has neither words nor pictures. */
export function isEmptyAnswer(blocks: unknown): boolean {
  return plainText(blocks) === '' && !JSON.stringify(blocks ?? null).includes('"type":"image"');
}

/** A text as paragraphs of the block editor; null for none. */
export function blocksOf(text: string | null): object[] | null {
  if (text === null || text.trim() === '') return null;
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));
}

/** Text without what does not change what is said: white space and the kind of quotes. */
function essence(text: string): string {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim();
}

interface Worded {
  answer: unknown;
  approvedWording: string | null;
  contributors: { id: number }[];
  rep: { id: number } | null;
}

/**
 * Whether whoever is named stands behind the words of the answer. Only the rep who brought the item in
 * can approve: with another name on it, it waits, and publishing needs the permission to go ahead.
 */
export function wordingOfItem({ answer, approvedWording, contributors, rep }: Worded): Wording {
  const words = essence(plainText(answer));
  if (words === '' || contributors.length === 0) return 'notNeeded';
  const isApproved = approvedWording !== null && essence(approvedWording) === words;
  return isApproved && contributors.every(({ id }) => id === rep?.id) ? 'approved' : 'waiting';
}
