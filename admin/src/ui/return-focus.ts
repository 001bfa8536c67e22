import { useState } from 'react';

/**
 * Brings the focus back to what opened a dialog once it closes; for `onCloseAutoFocus`. Where the focus
 * has been given to something else by then, it stays there.
 * @param instead finds another place: where nothing on the page opened the dialog, or it is gone or disabled by now
 */
export function useReturnFocus(instead: () => HTMLElement | null): (event: Event) => void {
  const [opener] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (document.activeElement !== document.body) return;
    // A dialog itself has the focus where the button that was pressed in it has been disabled since.
    const isThere =
      opener instanceof HTMLElement &&
      opener.isConnected &&
      !opener.matches('body, [role=dialog], [role=alertdialog], :disabled');
    (isThere ? opener : instead())?.focus();
  };
}
