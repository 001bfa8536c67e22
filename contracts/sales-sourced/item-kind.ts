/** A first guess at what kind of thing a buyer said, from its words. One tap changes it. */
import type { ItemKind } from './items';

/**
 * Any of the words, whole. `\b` would not do: to it, accented letters are no part of a word.
 * @param words alternatives of a regular expression.
 */
const said = (...words: string[]) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${words.join('|')})(?![\p{L}\p{N}_])`, 'iu');

/** Tried in this order; the first that fits is it. */
const SIGNS: [ItemKind, RegExp][] = [
  [
    'loss',
    said(
      ...['we lost', 'lost (the|this|a) deal', 'went with (a|an|another|the)'],
      ...['chose (a |an |another |the )?competitor', 'verloren'],
      ...[String.raw`(haben|hat) sich für [\p{L}\p{N}_]+ entschieden`, 'perdu']
    ),
  ],
  [
    'story',
    said(
      ...['we won', 'won the deal', 'signed (today|yesterday|last|the)', 'closed the deal'],
      ...['success story', 'gewonnen', 'unterschrieben', 'gagnée?s?', 'signée?s?']
    ),
  ],
  [
    'request',
    said(
      ...['(can|could) (you|we) (send|get|have)', 'do (we|you) have (a|an|any|something)'],
      ...['needs? (a|an|some)', 'one[- ]pager', 'brochures?', 'white ?paper', 'template'],
      ...['checklist', 'comparison sheet', 'brauche', 'könnt ihr', 'fiche']
    ),
  ],
  [
    'question',
    new RegExp(
      String.raw`\?|^(how|what|why|when|where|who|which|can|could|does|do|is|are|will|wie|was|warum|wann|wo|wer|welche|kann|können|comment|pourquoi|quand|où|qui|quel|est-ce)(?![\p{L}\p{N}_])`,
      'iu'
    ),
  ],
  [
    'objection',
    said(
      ...['too (expensive|complex|slow|small|big|risky|much)', "(don|doesn|can|won)['’]?t"],
      ...['not (sure|convinced|ready|enough)', 'no (budget|time|one|need)', 'nobody', 'never'],
      ...[
        'already (have|use)',
        'worried',
        'concern',
        'risk',
        'zu teuer',
        'keine?',
        'nicht',
        'nie(mals)?',
      ],
      ...['trop cher', 'jamais', 'pas (de|sûr|convaincu)']
    ),
  ],
];

/** The kind that the words suggest; a question when nothing speaks for another one. */
export function suggestKind(buyerWords: string): ItemKind {
  // Accents may come as characters of their own.
  const words = buyerWords.normalize('NFC');
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'question';
}
