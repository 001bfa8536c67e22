/** What the demo was asked to do, from the command line and the environment. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `npm run demo: serves the demo site on http://127.0.0.1:1337 and the example front-end on
http://127.0.0.1:4321, built and filled first where needed.

  npm run demo -- --reset               starts over: deletes the demo's database and uploads first
  npm run demo -- --import FILE.json    serves a content library of your own instead: its articles, published
                                        and untagged, in a database of their own (.tmp/import.db) that has
                                        stages, personas, locales, permissions and users, but no demo content
                                        (with --reset, that database is deleted first; the demo's stays)
  npm run demo -- --untagged            serves the demo's content, or the imported one, as on a site that has just
                                        installed the plugin: no stages, no personas, no tags; in a database of its
                                        own as well (.tmp/untagged.db, .tmp/import-untagged.db)
  npm run demo -- --help                shows this

FILE.json is a list of { type, slug, title, description, publishedAt, author, tags, body }: publishedAt is a date or null
(then it is published now), author a name or null, tags a list of texts, body Markdown. Rows that do not fit, or whose
slug is taken, are refused and listed.

PORT changes Strapi's port, SITE_PORT that of the front-end, DATABASE_FILENAME the SQLite file, DATABASE_CLIENT and DATABASE_* the database (see README.md).
Ctrl-C stops; the data stay for the next run.`;

/** A mistake in how the demo was called: worth one line, not a stack. */
export class UsageError extends Error {}

/**
 * @param {string[]} args
 * @returns {{ help: boolean, reset: boolean, untagged: boolean, library: string | null, port: number, sitePort: number }}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const values = parse(args);
  const library = values.import === undefined ? null : libraryFile(values.import);
  const { untagged } = values;
  if ((library !== null || untagged) && (process.env.DATABASE_CLIENT || 'sqlite') !== 'sqlite') {
    const option = library === null ? '--untagged' : '--import';
    throw new UsageError(`${option} keeps its content in a SQLite file: unset DATABASE_CLIENT.`);
  }
  const port = portNumber('PORT', 1337);
  const sitePort = portNumber('SITE_PORT', 4321);
  if (port === sitePort) throw new UsageError('PORT and SITE_PORT are the same.');
  return { help: values.help, reset: values.reset, untagged, library, port, sitePort };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        reset: { type: 'boolean', default: false },
        import: { type: 'string' },
        untagged: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence] = error.message.split(/[.\n]/);
    throw new UsageError(
      `${sentence}. Known options: --reset, --import FILE.json, --untagged, --help.`
    );
  }
}

function libraryFile(name) {
  // npm runs scripts in the package's folder; the name counts from where the command was typed.
  const file = path.resolve(process.env.INIT_CWD || process.cwd(), name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`--import: there is no file ${file}.`);
  }
  return file;
}

function portNumber(name, otherwise) {
  const value = process.env[name];
  if (!value) return otherwise;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new UsageError(`${name} is "${value}". Use a number from 1 to 65535.`);
}
