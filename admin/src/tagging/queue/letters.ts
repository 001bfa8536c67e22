/** Letters that do something else in the queue. */
const TAKEN = ['j', 'k', 's', 'u'];
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * A letter for each name, from its own letters as far as they are free, those that begin a word first. Names that come too late get
 * null.
 */
export function lettersFor(names: string[]): (string | null)[] {
  const free = new Set(LETTERS.filter((letter) => !TAKEN.includes(letter)));
  return names.map((name) => {
    const words = plain(name).split(/[^a-z]+/);
    const initials = words.map((word) => word.slice(0, 1));
    const letter = [...initials, ...Array.from(words.join('')), ...LETTERS].find((own) => free.has(own));
    if (letter === undefined) return null;
    free.delete(letter);
    return letter;
  });
}

/** Without accents, in small letters. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
