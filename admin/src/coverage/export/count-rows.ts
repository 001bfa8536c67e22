const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Counts the rows of an exported table while its bytes come in: those after the empty line and the names of
 * the columns. A line break within quotes ends no row.
 * @returns what takes the next bytes and answers with the rows so far.
 */
export function rowCounter(): (bytes: Uint8Array) => number {
  let isQuoted = false;
  let isEmpty = true;
  let isTable = false;
  let lines = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      if (byte === NEWLINE && !isQuoted) {
        if (isTable) lines += 1;
        if (isEmpty) isTable = true;
        isEmpty = true;
      } else if (byte !== RETURN) isEmpty = false;
    }
    return Math.max(0, lines - 1);
  };
}
