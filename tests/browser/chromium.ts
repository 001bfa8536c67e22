/** Chromium as the browser tests use it: offline, headless, and signed in to an admin. */
import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @throws {Error} that says how to get one when there is no Chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No Chromium found: install one (apt-get install chromium) or set CHROMIUM_PATH.'
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

export interface Look {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** Cookies and storage of who signed in before. */
  session?: BrowserContextOptions['storageState'];
}

/** A context in which Strapi's own introductions stay away. */
export async function openContext(
  browser: Browser,
  { width = 1280, height = 900, theme = 'light', session }: Look = {}
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    storageState: session,
  });
  await context.addInitScript((chosen) => {
    localStorage.setItem(
      'STRAPI_GUIDED_TOUR',
      JSON.stringify({ tours: {}, enabled: false, hidden: true, completedActions: [] })
    );
    localStorage.setItem('STRAPI_THEME', chosen);
    // Strapi draws buttons and panels once the browser is idle, which one without a screen may not tell for
    // half a minute. Without these it does as in Safari, which has none.
    Reflect.deleteProperty(window, 'requestIdleCallback');
    Reflect.deleteProperty(window, 'cancelIdleCallback');
  }, theme);
  return context;
}

/** Signs in through the login page. */
export async function signInAs(page: Page, url: string, email: string, password: string) {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByLabel(/^email/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /log ?in/i }).click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
}
