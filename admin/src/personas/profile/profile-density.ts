/** How small the type of a profile must be for it to fit on one page. No screen in here. */
import { PRIVATE_TEXTS, type PersonaProfile } from '../../../../contracts/persona-profile';

/** Entries of evidence on the page. */
export const SHOWN_EVIDENCE = 3;

/** Characters that fit on a line of a column in the largest type. */
const LINE = 48;

/** The entries of a text: its lines that are not empty, without a bullet that somebody typed. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^[-*•–]\s+/, ''))
    .filter((line) => line !== '');
}

const rowsOf = (text: string | null) =>
  linesOf(text).reduce((rows, line) => rows + Math.ceil(line.length / LINE), 0);

/** Type on paper, in points. */
export const PRINTED_TYPE = {
  roomy: '9.5pt',
  regular: '8.5pt',
  small: '7pt',
  smallest: '5.5pt',
} as const;

/**
 * How small: two texts stand side by side, and the longer one says how high they are. All else on the
 * page is taken for as long as it gets: two lines for each item and entry of evidence.
 */
export function densityOf(profile: PersonaProfile): keyof typeof PRINTED_TYPE {
  const [goals, pains, triggers, objections] = PRIVATE_TEXTS.map((field) => rowsOf(profile[field]));
  const above = rowsOf(profile.description) / 2;
  const rows = above + Math.max(goals ?? 0, pains ?? 0) + Math.max(triggers ?? 0, objections ?? 0);
  if (rows <= 8) return 'roomy';
  if (rows <= 16) return 'regular';
  return rows <= 28 ? 'small' : 'smallest';
}
