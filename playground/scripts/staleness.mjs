/** Whether something must be made again, by the times of files. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether one of the outputs is missing or older than one of the sources.
 * @param {string[]} outputs files
 * @param {string[]} sources files, and folders with all that is in them
 */
export function isStale(outputs, sources) {
  const made = Math.min(...outputs.map((file) => timeOf(file) ?? 0));
  return made < Math.max(...sources.map(newestIn));
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** A folder's own time counts too: it changes when a file is removed. */
function newestIn(source) {
  const own = timeOf(source) ?? 0;
  if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) return own;
  return Math.max(own, ...readdirSync(source).map((name) => newestIn(path.join(source, name))));
}
