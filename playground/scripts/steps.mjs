/** Long work in other processes: one line each on the screen, the rest in the log file. */
import { fork, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TAIL_LINES = 25;
const SECONDS_TO_STOP = 10;

/** A step that failed; the log says more. */
export class StepError extends Error {}

/** The processes that work at the moment. */
const running = new Set();

/** Starts an empty log file and returns its descriptor. */
export function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}

/** The last lines of the log, indented. */
export function tailOf(logFile) {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines
    .slice(-TAIL_LINES)
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Seconds since a moment, as a text. */
export function elapsed(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

/**
 * Runs a command to its end.
 * @throws {StepError} when it does not end well.
 */
export async function runStep(label, [command, ...args], { cwd, env, log }) {
  const start = Date.now();
  process.stdout.write(`${label} … `);
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', log, log],
    // Its own process group, so that stopping it stops all that it started.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const step = track(child, process.platform !== 'win32');
  const release = stopOnSignals();
  const end = await step.end;
  release();
  console.log(elapsed(start));
  if (end !== 0) throw new StepError(`${label} failed (${end}).`);
}

/**
 * Where the caller has nothing of its own for Ctrl-C, stops the step and then ends: in its own
 * process group, the step would not hear of it.
 * @returns what undoes this
 */
function stopOnSignals() {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'].filter((name) => process.listenerCount(name) === 0);
  const stop = () => void stopRunning().then(() => process.exit(130));
  for (const name of names) process.once(name, stop);
  return () => {
    for (const name of names) process.off(name, stop);
  };
}

/** Starts a server's script, which may talk to `onMessage`, and promises how it ends. */
export function startServer(script, args, { cwd, env, log, onMessage }) {
  const child = fork(script, args, {
    cwd,
    env,
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  child.on('message', onMessage ?? (() => undefined));
  return track(child, false).end;
}

/** @param {boolean} group whether the process has a group of its own, to be stopped with it */
function track(child, group) {
  const step = { child, group, end: endOf(child) };
  running.add(step);
  void step.end.then(() => running.delete(step));
  return step;
}

/** Asks the processes that work to stop, and waits; after a while they are ended. */
export async function stopRunning() {
  const steps = [...running];
  for (const { child, group } of steps) signal(child, group, 'SIGTERM');
  const timer = setTimeout(() => {
    for (const { child, group } of steps) signal(child, group, 'SIGKILL');
  }, SECONDS_TO_STOP * 1000);
  await Promise.all(steps.map(({ end }) => end));
  clearTimeout(timer);
}

function signal(child, group, name) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (group) process.kill(-child.pid, name);
    else child.kill(name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Exit code, name of the signal, or why it could not start. */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signalName) => resolve(code ?? signalName));
  });
}
