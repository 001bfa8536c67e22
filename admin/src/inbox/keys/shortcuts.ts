/** What a single key does in the inbox. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'accept'
  | 'decline'
  | 'merge'
  | 'assign'
  | 'link'
  | 'answer'
  | 'select'
  | 'undo'
  | 'keys'
  | 'close';

/** The keys in the order of the sheet that lists them. */
export const KEYS: readonly { shortcut: Shortcut; key: string; shown: string }[] = [
  { shortcut: 'next', key: 'j', shown: 'J' },
  { shortcut: 'previous', key: 'k', shown: 'K' },
  { shortcut: 'accept', key: 'a', shown: 'A' },
  { shortcut: 'decline', key: 'd', shown: 'D' },
  { shortcut: 'merge', key: 'm', shown: 'M' },
  { shortcut: 'assign', key: 'o', shown: 'O' },
  { shortcut: 'link', key: 'l', shown: 'L' },
  { shortcut: 'answer', key: 'e', shown: 'E' },
  { shortcut: 'select', key: 'x', shown: 'X' },
  { shortcut: 'undo', key: 'u', shown: 'U' },
  { shortcut: 'keys', key: '?', shown: '?' },
  { shortcut: 'close', key: 'escape', shown: 'Esc' },
];

/** What is looked at of a keyboard event. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

/**
 * What a key press means; null when it is not ours. Keys with a modifier belong to the browser, to
 * assistive technology or to Strapi; only `?` needs Shift on many keyboards.
 */
export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (press.shiftKey && key !== '?') return null;
  const shortcut = KEYS.find((known) => known.key === key)?.shortcut ?? null;
  const isMoving = shortcut === 'next' || shortcut === 'previous';
  return press.repeat && !isMoving ? null : shortcut;
}
