/** Texts of stages and personas in the site's languages. */

/** What `translations` may hold of a stage or persona, by locale; whatever else is in there is passed over. */
const TEXTS = { name: 'name', question: 'buyerQuestion', description: 'description' } as const;

/**
 * The term with its texts in the locale, as far as it has them there: only texts that are in the term are
 * replaced, and only by texts.
 * @param translations of the term, as they are stored.
 */
export function inLocale<Term extends object>(
  term: Term,
  translations: unknown,
  locale: string | undefined
): Term {
  const texts = locale === undefined ? undefined : ownValue(translations, locale);
  const translated: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(TEXTS)) {
    const text = ownValue(texts, key);
    if (field in term && typeof text === 'string' && text !== '') translated[field] = text;
  }
  return { ...term, ...translated };
}

function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key))
    return undefined;
  return (holder as Record<string, unknown>)[key];
}
