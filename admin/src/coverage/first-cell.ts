/** Where the focus goes when what had it is gone: a cell of the grid, or the first one of table or list. */
export function firstCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>(
    '[role="grid"] [tabindex="0"], main tbody button, main ol button'
  );
}
