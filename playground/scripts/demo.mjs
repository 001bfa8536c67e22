/**
 * `npm run demo`: from a fresh clone to the running demo site. Uses nothing but Node itself, since
 * it runs before anything is installed. `--help` says what it can do.
 */
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

import { HELP, readOptions, UsageError } from './options.mjs';
import { FRONT_END, FRONT_END_SERVER, prepare, quietEnvironment, SITE } from './prepare.mjs';
import { drawMessage } from './progress.mjs';
import { elapsed, openLog, startServer, StepError, stopRunning, tailOf } from './steps.mjs';

const LOG_FILE = path.join(SITE, '.tmp', 'demo.log');
const HOST = '127.0.0.1';
const SECONDS_OF_SILENCE = 180;

/** A failure that says in one sentence what was wrong: the log adds nothing but a stack. */
class Explained extends Error {}

/** The environment of all steps. */
function environment({ port, library, untagged }) {
  const database =
    [library && 'import', untagged && 'untagged'].filter(Boolean).join('-') || 'data';
  return {
    ...quietEnvironment(),
    HOST,
    PORT: String(port),
    DATABASE_FILENAME: process.env.DATABASE_FILENAME || `.tmp/${database}.db`,
  };
}

async function serve({ port, sitePort, reset, library, untagged }, env, log) {
  const start = Date.now();
  console.log('Starting Strapi …');
  let failure = null;
  let lastSign = start;
  const args = ['--serve'];
  if (reset) args.push('--reset');
  if (library !== null) args.push('--import', library);
  if (untagged) args.push('--untagged');
  const end = startServer(path.join(SITE, 'dist/demo/seed.js'), args, {
    cwd: SITE,
    env: { ...env, NODE_ENV: 'production' },
    log,
    onMessage: (message) => {
      lastSign = Date.now();
      if (message.kind === 'failure') failure = message.text;
      else drawMessage(message);
    },
  });
  const strapi = { end, port, path: '/_health', lastSign: () => lastSign };
  if (await untilAnswers('Strapi', strapi)) {
    console.log(`Strapi answers after ${elapsed(start)}.`);
    const site = await serveFrontEnd(port, sitePort, env, log);
    console.log(readyText(port, sitePort, library !== null || untagged));
    await Promise.race([end, site.end]);
  }
  if (stopping) return;
  throw failure === null ? new StepError('A server stopped by itself.') : new Explained(failure);
}

/** The example front-end, which asks Strapi; promises its end once it answers. */
async function serveFrontEnd(strapiPort, port, env, log) {
  const start = Date.now();
  const end = startServer(FRONT_END_SERVER, [], {
    cwd: FRONT_END,
    env: {
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      STRAPI_URL: `http://${HOST}:${strapiPort}`,
    },
    log,
  });
  if (!(await untilAnswers('The example site', { end, port, path: '/', lastSign: () => start }))) {
    if (!stopping) throw new StepError('The example site stopped by itself.');
  }
  return { end };
}

/**
 * Waits for a server, which listens when all else is done.
 * @returns whether it answers; false when it ended instead.
 * @throws {StepError} when it does neither, nor reports progress, for long.
 */
async function untilAnswers(name, { end, port, path: asked, lastSign }) {
  let ended = false;
  void end.then(() => (ended = true));
  while (!ended) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (await answersAt(port, asked)) return true;
    if (Date.now() - lastSign() > SECONDS_OF_SILENCE * 1000) {
      throw new StepError(`${name} gave no sign for ${SECONDS_OF_SILENCE} s.`);
    }
  }
  return false;
}

function answersAt(port, asked) {
  return new Promise((resolve) => {
    const request = http.get({ host: HOST, port, path: asked, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode < 400);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

function readyText(port, sitePort, isUntagged) {
  const site = `http://${HOST}:${port}`;
  const content = `${site}/admin/content-manager/collection-types/api::article.article`;
  const query = isUntagged
    ? 'pagination[pageSize]=3'
    : 'filters[journeyStage][slug][$eq]=decision&populate=personas';
  return `
  Front-end  http://${HOST}:${sitePort}
  Admin      ${site}/admin
  Coverage   ${site}/admin/plugins/buyer-journey/coverage
  Articles   ${content}
  API        curl -g '${site}/api/articles?${query}'

  Sign in    demo@example.com     Demo-only-1   (super admin)
             editor@example.com   Demo-only-1
             author@example.com   Demo-only-1

  Ctrl-C stops. Log: ${path.relative(process.cwd(), LOG_FILE)}`;
}

/** @throws {UsageError} when something listens there already. @param name of the variable that changes the port */
function mustBeFree(name, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', ({ code }) => {
      const next = `${name}=${port < 65535 ? port + 1 : port - 1} npm run demo`;
      const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`;
      reject(new UsageError(`Port ${port} ${reason}. Try another one: ${next}`));
    });
    probe.listen(port, HOST, () => probe.close(resolve));
  });
}

let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await stopRunning();
  console.log('Stopped. The data stay for the next run.');
  process.exit(0);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  await mustBeFree('PORT', options.port);
  await mustBeFree('SITE_PORT', options.sitePort);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  const env = environment(options);
  const log = openLog(LOG_FILE);
  await prepare(env, log);
  await serve(options, env, log);
}

main().catch(async (error) => {
  if (stopping) return;
  if (error instanceof UsageError) {
    console.error(error.message);
  } else {
    stopping = true;
    await stopRunning();
    const tail = error instanceof Explained ? '' : `\n${tailOf(LOG_FILE)}\n\n`;
    console.error(`${error.message}\n${tail}Log: ${LOG_FILE}`);
  }
  process.exit(1);
});
