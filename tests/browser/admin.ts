/** The playground's admin as the browser tests use it. */
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { openContext, signInAs, type Look } from './chromium';
import { PASSWORD } from './sign-in';

/** Address of the playground that the browser tests drive. */
export function playgroundUrl(): string {
  const url = process.env.PLAYGROUND_URL;
  if (!url) throw new Error('PLAYGROUND_URL is not set: run the browser project through Jest.');
  return url;
}

export interface AdminPage {
  page: Page;
  /** Requests that left for another host. None may. */
  outside: string[];
  open: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Strapi lets a person sign in five times in five minutes: each does so once, for all test files. */
const sessionFile = (email: string) =>
  join(process.env.PLAYGROUND_SESSIONS ?? tmpdir(), `${email}.session.json`);

function sessionOf(email: string): Session | undefined {
  const file = sessionFile(email);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Session) : undefined;
}

/** At once or not at all: another test file may be about to read it. */
function keepSession(email: string, session: Session): void {
  const file = sessionFile(email);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(session));
  renameSync(`${file}.${process.pid}`, file);
}

/** A page of the playground's admin, signed in. */
export async function openAdmin(
  browser: Browser,
  { email = 'demo@example.com', ...look }: Look & { email?: string } = {}
): Promise<AdminPage> {
  const url = playgroundUrl();
  const session = sessionOf(email);
  const context = await openContext(browser, { ...look, session });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) {
      outside.push(request.url());
    }
  });
  if (!session) {
    await signInAs(page, url, email, PASSWORD);
    keepSession(email, await context.storageState());
  }
  return {
    page,
    outside,
    async open(path) {
      await page.goto(`${url}/admin${path}`);
    },
    close: () => context.close(),
  };
}

/** Violations of accessibility rules in the main region, one line each. */
export async function violations(page: Page, region = 'main'): Promise<string[]> {
  await whenStill(page);
  const results = await new AxeBuilder({ page }).include(region).analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
  );
}

/** What is still fading in has the wrong contrast. */
async function whenStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished)
    )
  );
}

/** Whether the page scrolls sideways, which it never should. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth
  );
}

/** Calls the playground's admin API, as the demo's super admin. */
export async function adminApi<Data>(
  path: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: object } = {}
): Promise<Data> {
  const response = await fetch(playgroundUrl() + path, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${playgroundToken()}`,
      connection: 'close',
    },
    body: body && JSON.stringify(body),
  });
  const answer = (await response.json()) as { data: Data };
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** Of the demo's super admin, who signed in once for all tests. */
function playgroundToken(): string {
  const token = process.env.PLAYGROUND_TOKEN;
  if (!token) throw new Error('PLAYGROUND_TOKEN is not set: run the browser project through Jest.');
  return token;
}

/**
 * Creates an admin user, in a role of the same name that may do these actions and nothing else; and
 * in further roles that are there, by their codes.
 */
export async function createUser(
  email: string,
  { firstname, lastname = '', actions = [], roles: codes = [] }: NewUser
): Promise<void> {
  const name = `${firstname} ${lastname}`.trim();
  const role = await adminApi<{ id: number }>('/admin/roles', {
    method: 'POST',
    // Roles have names of their own, and people of several tests may be called the same.
    body: { name: `${name} (${email})`, description: 'Of a browser test' },
  });
  const permissions = actions.map((action) => ({
    ...{ action, subject: null },
    ...{ properties: {}, conditions: [] },
  }));
  await adminApi(`/admin/roles/${role.id}/permissions`, { method: 'PUT', body: { permissions } });
  const others = (await adminApi<{ id: number; code: string }[]>('/admin/roles')).filter(
    ({ code }) => codes.includes(code)
  );
  const roles = [role, ...others].map(({ id }) => id);
  const user = await adminApi<{ registrationToken: string }>('/admin/users', {
    method: 'POST',
    body: { email, firstname, lastname, roles },
  });
  await adminApi('/admin/register', {
    method: 'POST',
    body: {
      registrationToken: user.registrationToken,
      userInfo: { firstname, lastname, password: PASSWORD },
    },
  });
}

interface NewUser {
  firstname: string;
  lastname?: string;
  actions?: string[];
  roles?: string[];
}

/** Waits until something holds, for ten seconds at most. */
export async function expectEventually(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await holds()).toBe(true);
}
