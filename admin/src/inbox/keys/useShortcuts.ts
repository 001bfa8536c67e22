import { useEffect, useRef } from 'react';

import { isDialogOpen } from '../item-focus';
import { shortcutOf, type Shortcut } from './shortcuts';

/** Where keys mean text or a choice. */
const TAKES_KEYS = [
  'input:not([type="checkbox"])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="textbox"]',
  '[role="combobox"]',
  '[role="listbox"]',
  '[role="menu"]',
  '[role="radiogroup"]',
].join(',');

const takesKeys = (target: EventTarget | null) =>
  target instanceof Element && target.closest(TAKES_KEYS) !== null;

/**
 * Calls `onShortcut` for the keys of the inbox: never while typing, with a modifier key or in a dialog.
 * @param isOn false leaves all keys alone but the one that closes
 */
export function useShortcuts(isOn: boolean, onShortcut: (shortcut: Shortcut) => void): void {
  const latest = useRef({ isOn, onShortcut });
  useEffect(() => {
    latest.current = { isOn, onShortcut };
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (takesKeys(event.target) || isDialogOpen()) return;
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      if (!latest.current.isOn && shortcut !== 'close') return;
      event.preventDefault();
      latest.current.onShortcut(shortcut);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}
