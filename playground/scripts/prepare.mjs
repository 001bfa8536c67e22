/**
 * From a fresh clone to a built playground and its example site: installs and builds what is missing or out of date, and
 * nothing else. Uses nothing but Node itself, since it runs before anything is installed.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { isStale } from './staleness.mjs';
import { runStep } from './steps.mjs';

export const SITE = fileURLToPath(new URL('..', import.meta.url));
const ROOT = path.resolve(SITE, '..');

const inRoot = (...names) => names.map((name) => path.join(ROOT, name));
const inSite = (...names) => names.map((name) => path.join(SITE, name));

/** npm writes this file when an installation is complete. */
const [INSTALLED] = inRoot('node_modules/.package-lock.json');
const PLUGIN_OUTPUTS = inRoot('dist/server/index.js', 'dist/admin/index.js');
const PLUGIN_SOURCES = [INSTALLED, ...inRoot('admin', 'server', 'contracts')];
const SITE_OUTPUTS = inSite('dist/build/index.html', 'dist/demo/seed.js');
const SITE_SOURCES = [
  INSTALLED,
  ...inSite('config', 'src', 'demo', 'package.json', 'tsconfig.json'),
  ...PLUGIN_OUTPUTS,
];

export const FRONT_END = path.join(SITE, 'site');
export const FRONT_END_SERVER = path.join(FRONT_END, 'dist/server/entry.mjs');
const FRONT_END_SOURCES = [
  INSTALLED,
  ...['astro.config.mjs', 'package.json', 'public', 'src', 'tsconfig.json'].map((name) =>
    path.join(FRONT_END, name)
  ),
];

/** The environment of all steps: quiet, and no request to the outside. */
export function quietEnvironment() {
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    STRAPI_HIDE_STARTUP_MESSAGE: 'true',
    FLAG_NPS: 'false',
    FLAG_PROMOTE_EE: 'false',
  };
}

/**
 * @param {NodeJS.ProcessEnv} env of all steps
 * @param {number} log descriptor of the file that takes what the steps print
 * @throws {StepError} when a step does not end well
 */
export async function prepare(env, log) {
  if (isStale([INSTALLED], inRoot('package-lock.json'))) {
    const command = ['npm', 'ci', '--include=dev', '--no-audit', '--no-fund'];
    await runStep('Installing packages (some minutes)', command, { cwd: ROOT, env, log });
  }
  if (isStale(PLUGIN_OUTPUTS, PLUGIN_SOURCES)) {
    await runStep('Building the plugin', ['npm', 'run', 'build'], { cwd: ROOT, env, log });
  }
  if (isStale(SITE_OUTPUTS, SITE_SOURCES)) {
    // What was removed from the sources would stay in there.
    rmSync(path.join(SITE, 'dist'), { recursive: true, force: true });
    await runStep('Building the admin (about a minute)', ['npm', 'run', 'build'], {
      cwd: SITE,
      env,
      log,
    });
  }
  if (isStale([FRONT_END_SERVER], FRONT_END_SOURCES)) {
    const command = ['npm', 'run', 'build'];
    await runStep('Building the example site', command, { cwd: FRONT_END, env, log });
  }
}
