import { useKeyPresses } from '../../ui/key-presses';
import { shortcutOf, type Shortcut } from './shortcuts';

/**
 * Calls `onShortcut` for the keys of the inbox: never while typing, with a modifier key or in a dialog.
 * @param isOn false leaves all keys alone but the one that closes
 */
export function useShortcuts(isOn: boolean, onShortcut: (shortcut: Shortcut) => void): void {
  useKeyPresses((event) => {
    const shortcut = shortcutOf(event);
    if (shortcut === null || (!isOn && shortcut !== 'close')) return false;
    onShortcut(shortcut);
    return true;
  });
}
