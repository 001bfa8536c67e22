/** Has the server take its time, to see what a person can do meanwhile. */
import type { Page, Request } from 'playwright-core';

interface Held {
  /** Once the first of them was sent. */
  sent: Promise<Request>;
  /** Lets them through, and all that follow. */
  release: () => void;
}

/** Keeps requests that change something from the server until they are let go. */
export async function holdRequests(
  page: Page,
  method: 'POST' | 'PUT',
  path: RegExp
): Promise<Held> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const isHeld = (request: Request) => request.method() === method && path.test(request.url());
  const sent = page.waitForRequest(isHeld);
  await page.route(path, async (route) => {
    if (isHeld(route.request())) await released;
    // What the page gave up meanwhile goes nowhere.
    await route.continue().catch(() => undefined);
  });
  return { sent, release };
}
