/** The texts of entries: what is searched by words, and how an entry begins. */
import { columnOf, dialectOf, modelOf, type ContentTypeSchema, type Strapi } from '../strapi';
import type { TagAccess } from './tag-access';

/** Longest beginning of a text, in characters. */
const EXCERPT = 200;
/** Of a text no more is looked at. */
const READ_AT_MOST = 4000;

const SHORT_TEXTS = ['string', 'text'];
const LONG_TEXTS = ['text', 'richtext', 'blocks'];

export interface TextColumn {
  column: string;
  /** SQL of the column's text; `??` stands for the column. */
  sql: string;
}

/** Columns with text that the user may read. */
export function textColumns(
  strapi: Strapi,
  { uid, attributes }: ContentTypeSchema,
  access: Pick<TagAccess, 'maySee'>
): TextColumn[] {
  const model = modelOf(strapi, uid);
  if (!model) return [];
  const isText = (type: string) => SHORT_TEXTS.includes(type) || LONG_TEXTS.includes(type);
  return Object.entries(attributes)
    .filter(([name, { type }]) => isText(type) && name !== 'locale' && name !== 'documentId')
    .filter(([name]) => access.maySee(name))
    .map(([name, { type }]) => ({
      column: columnOf(model, name),
      sql: type === 'blocks' ? jsonAsText(strapi) : '??',
    }));
}

const jsonAsText = (strapi: Strapi) =>
  dialectOf(strapi) === 'mysql' ? 'cast(?? as char)' : 'cast(?? as text)';

/**
 * How an entry begins: the first of its longer texts that is not empty, as plain text.
 * @param entry without the fields that the user may not see.
 */
export function excerptOf(
  { attributes }: ContentTypeSchema,
  mainField: string,
  entry: Record<string, unknown>
): string {
  for (const [name, { type }] of Object.entries(attributes)) {
    if (!LONG_TEXTS.includes(type) || name === mainField) continue;
    const text = beginning(type === 'blocks' ? textOfBlocks(entry[name]) : entry[name]);
    if (text !== '') return text;
  }
  return '';
}

function beginning(text: unknown): string {
  if (typeof text !== 'string') return '';
  const plain = withoutMarkup(text.slice(0, READ_AT_MOST)).replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= EXCERPT) return plain;
  const cut = plain.slice(0, EXCERPT - 1);
  // Not through the middle of a character that takes two places.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/** Markdown and HTML without their signs; what looks like neither stays. */
function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<[^<>]{0,500}>/g, ' ')
    .replaceAll(/!?\[([^[\]]{0,500})\]\([^()]{0,500}\)/g, '$1')
    .replaceAll(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,3}\.)[ \t]+/gm, '')
    .replaceAll(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '');
}

interface Block {
  text?: unknown;
  children?: unknown;
}

function textOfBlocks(blocks: unknown): string {
  if (!Array.isArray(blocks)) return '';
  return (blocks as Block[])
    .map(({ text, children }) => (typeof text === 'string' ? text : textOfBlocks(children)))
    .join(' ');
}
