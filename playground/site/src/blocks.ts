/** Strapi’s blocks, as far as answers use them. */
export interface Leaf {
  type: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
}

export interface Link {
  type: 'link';
  url: string;
  children: Leaf[];
}

export type Inline = Leaf | Link;

export type Block =
  | { type: 'paragraph' | 'quote' | 'code'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'list'; format: 'ordered' | 'unordered'; children: (ListItem | Block)[] }
  | { type: 'image'; image: { url: string; alternativeText: string | null } };

export interface ListItem {
  type: 'list-item';
  children: Inline[];
}

/** All words of the blocks, for where no markup can be: a description, or data for search engines. */
export function plainText(blocks: Block[] | null): string {
  const textOf = (node: object): string => {
    if ('text' in node) return String(node.text);
    return 'children' in node ? (node.children as object[]).map(textOf).join('') : '';
  };
  return (blocks ?? []).map(textOf).join('\n').trim();
}

/** Links lead to pages and mailboxes, and to nothing that runs. */
export const isSafe = (url: string) => /^(https?:|mailto:|tel:|\/|#)/i.test(url);
