/** What a key does in the queue. */
export type QueueKey =
  | { does: 'accept' | 'undo' | 'skip' | 'back' | 'keys' | 'everyone' }
  /** Number of the stage, from 0. */
  | { does: 'stage'; index: number }
  | { does: 'persona'; letter: string };

/** What is looked at of a keyboard event. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

const ACTIONS = new Map<string, QueueKey>(
  Object.entries({
    enter: { does: 'accept' },
    u: { does: 'undo' },
    s: { does: 'skip' },
    arrowright: { does: 'skip' },
    j: { does: 'skip' },
    k: { does: 'back' },
    arrowleft: { does: 'back' },
    '?': { does: 'keys' },
    '0': { does: 'everyone' },
  })
);

/** What a key press means; null when it is none of the queue's. Held down, no key does anything twice. */
export function queueKeyOf(press: KeyPress): QueueKey | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key.toLowerCase();
  if (press.shiftKey && key !== '?') return null;
  const action = ACTIONS.get(key);
  if (action) return action;
  if (/^[1-9]$/.test(key)) return { does: 'stage', index: Number(key) - 1 };
  return /^[a-z]$/.test(key) ? { does: 'persona', letter: key } : null;
}
