/** Runs Jest and counts. Uses nothing but Node itself. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string[]} projects names of Jest projects
 * @param {string[]} args further arguments for Jest
 * @param {Record<string, string>} env added to the environment
 * @returns {Promise<{ passed: number, failed: number }>} tests; a suite that cannot run, or a run without
 *   tests, counts as a failure
 */
export async function runJest(projects, args = [], env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'buyer-journey-jest-'));
  const results = path.join(folder, 'results.json');
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const all = [
    // Jest would leave one core to itself, which is half of a small machine.
    '--maxWorkers=100%',
    // Knex tells of every table that MariaDB makes, hundreds of times; failures are told all the same.
    '--silent',
    ...args,
    // Strapi keeps timers of its own, which would hold Jest back at the end.
    '--forceExit',
    '--json',
    `--outputFile=${results}`,
  ];
  const child = spawn(process.execPath, [jest, '--selectProjects', ...projects, ...all], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  try {
    const summary = JSON.parse(readFileSync(results, 'utf8'));
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = summary;
    for (const failure of failuresOf(summary)) console.log(`\n${failure}`);
    const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
    return { passed: numPassedTests, failed: failed || (code === 0 && numPassedTests > 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each failed test or suite with its message: a long log is cut from its beginning, not from its end. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = path.relative(ROOT, name);
    if (assertionResults.length === 0) return [`failed: ${file}\n${message}`];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `failed: ${file}: ${fullName}\n${failureMessages.join('\n')}`
    );
  });
}
