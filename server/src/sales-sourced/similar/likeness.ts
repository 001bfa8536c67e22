/** How alike two sentences are, by the words that carry their meaning. No database in here. */

/** Words that say nothing about what is asked, in the languages of the admin. */
const STOP_WORDS = new Set(
  (
    'a an and any are as at be been but by can could did do does for from had has have how i if in into is it its ' +
    'me my no not of on or our out over should so some than that the their them then there they this to too up us ' +
    'was we were what when where which who why will with would you your ' +
    'aber als am an auch auf aus bei bin bis da das dass dem den der des die doch du ein eine einem einen einer er es ' +
    'für hat ich ihr im in ist ja kann man mit nach nicht noch nur ob oder sein sich sie sind so und uns unser von vor ' +
    'was weil wenn wer wie wir wird wo zu zum zur ' +
    'au aux avec ce ces cette comme dans de des du elle en est et il ils je la le les leur mais ne nous on ou par pas ' +
    'plus pour que qui quoi sa se ses son sont sur un une vos votre vous y'
  ).split(' ')
);

/** Letters of a word that tell it apart; endings differ. */
const STEM = 6;

/** Words that carry meaning, in small letters, each once. */
export function meaningfulWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaningful = words.filter((word) => !STOP_WORDS.has(word) && word.length > 1);
  return [...new Set(meaningful.length > 0 ? meaningful : words)];
}

/** Stems to search by: those of the longest words, which are the rarest. */
export function searchStems(text: string, most: number): string[] {
  const stems = new Set(meaningfulWords(text).map(stem));
  return [...stems].sort((a, b) => b.length - a.length).slice(0, most);
}

function stem(word: string): string {
  return word.slice(0, STEM);
}

/** 1 for the same words, 0 for no word in common: shared weight over all weight; long words weigh more. */
export function likeness(one: string, other: string): number {
  const [a, b] = [
    new Set(meaningfulWords(one).map(stem)),
    new Set(meaningfulWords(other).map(stem)),
  ];
  const all = [...new Set([...a, ...b])];
  const weight = (stems: string[]) => stems.reduce((sum, { length }) => sum + length, 0);
  const total = weight(all);
  return total === 0 ? 0 : weight(all.filter((word) => a.has(word) && b.has(word))) / total;
}
