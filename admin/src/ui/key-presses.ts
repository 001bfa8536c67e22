import { useEffect, useRef } from 'react';

/** Where keys mean text or a choice. */
const TAKES_KEYS = [
  'input:not([type="checkbox"], [type="radio"])',
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

/** Whether a dialog has the keyboard for itself. */
export const isDialogOpen = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/**
 * Calls `onPress` for keys that nothing else takes: never while typing, in a list to choose from, or in a dialog.
 * @param onPress says whether the key was its own; then nothing else happens
 */
export function useKeyPresses(onPress: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (takesKeys(event.target) || isDialogOpen()) return;
      if (latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}
