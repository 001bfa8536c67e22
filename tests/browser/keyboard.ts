/** What a hand on the keyboard does, and where it is. */
import type { Locator } from 'playwright-core';

/** More stops than any of our pages has. */
const MOST_STOPS = 120;

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until the target has the focus. Answers how often. */
export async function tabTo(target: Locator): Promise<number> {
  await target.waitFor();
  for (let pressed = 0; pressed <= MOST_STOPS; pressed += 1) {
    if (await isFocused(target)) return pressed;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target.toString()}.`);
}

/** Goes to a button, a link or a menu by the Tab key and presses Enter there. */
export async function enter(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}
