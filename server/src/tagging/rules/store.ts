/** Where the rules are kept: in Strapi's core store, one list with a version. */
import type { SuggestionRule } from '../../../../contracts/tagging-rules';
import { Conflict } from '../../conflict';
import { PLUGIN_ID } from '../../constants';
import { oneAtATime, type Strapi } from '../../strapi';

export interface KeptRules {
  /** Counts how often they were saved. */
  version: number;
  rules: SuggestionRule[];
}

const KEY = 'suggestion-rules';

function store(strapi: Strapi) {
  return strapi.store({ type: 'plugin', name: PLUGIN_ID });
}

/** The rules as they were saved last; none on a new site. */
export async function keptRules(strapi: Strapi): Promise<KeptRules> {
  const kept = (await store(strapi).get({ key: KEY })) as KeptRules | null;
  return kept ?? { version: 0, rules: [] };
}

/**
 * Replaces all rules, unless somebody did since `version`.
 * @param check throws when the new rules cannot stand; given those that they replace.
 * @throws {Conflict} when somebody saved meanwhile.
 */
export async function replaceRules(
  strapi: Strapi,
  { version, rules }: KeptRules,
  check: (before: SuggestionRule[]) => Promise<void>
): Promise<void> {
  await oneAtATime(strapi, async () => {
    const before = await keptRules(strapi);
    if (before.version !== version) {
      throw new Conflict('The rules were changed by somebody else. Load them anew.');
    }
    await check(before.rules);
    await store(strapi).set({ key: KEY, value: { version: version + 1, rules } });
  });
}

/**
 * Changes single rules within the transaction under way, which holds the site's own record. As after every save, who has the
 * rules open is told so at saving.
 * @param rewrite returns the very rule where it stays.
 */
export async function rewriteRules(
  strapi: Strapi,
  rewrite: (rule: SuggestionRule) => SuggestionRule
): Promise<void> {
  const { version, rules: before } = await keptRules(strapi);
  const rules = before.map(rewrite);
  if (rules.every((rule, index) => rule === before[index])) return;
  await store(strapi).set({ key: KEY, value: { version: version + 1, rules } });
}
