/** A first guess at what kind of thing a buyer said, from its words. One tap changes it. */
import type { ItemKind } from './items';

/** Tried in this order; the first that fits is it. */
const SIGNS: [ItemKind, RegExp][] = [
  [
    'loss',
    /\b(we lost|lost (the|this|a) deal|went with (a|an|another|the) |chose (a |an |another |the )?competitor|verloren|(haben|hat) sich für \w+ entschieden|perdu)\b/i,
  ],
  [
    'story',
    /\b(we won|won the deal|signed (today|yesterday|last|the)|closed the deal|success story|gewonnen|unterschrieben|gagné|signé)\b/i,
  ],
  [
    'request',
    /\b((can|could) (you|we) (send|get|have)|do (we|you) have (a|an|any|something)|need(s)? (a|an|some) |one[- ]pager|brochure|white ?paper|template|checklist|comparison sheet|brauche|könnt ihr|fiche|brochures?)\b/i,
  ],
  [
    'question',
    /\?|^(how|what|why|when|where|who|which|can|could|does|do|is|are|will|wie|was|warum|wann|wo|wer|welche|kann|können|comment|pourquoi|quand|où|qui|quel|est-ce)\b/i,
  ],
  [
    'objection',
    /\b(too (expensive|complex|slow|small|big|risky|much)|don'?t|doesn'?t|can'?t|won'?t|not (sure|convinced|ready|enough)|no (budget|time|one|need)|nobody|never|already (have|use)|worried|concern|risk|zu teuer|kein|keine|nicht|nie|niemals|trop cher|jamais|pas (de|sûr|convaincu))\b/i,
  ],
];

/** The kind that the words suggest; a question when nothing speaks for another one. */
export function suggestKind(buyerWords: string): ItemKind {
  return SIGNS.find(([, sign]) => sign.test(buyerWords))?.[0] ?? 'question';
}
