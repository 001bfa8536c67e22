/** Trying rules on the site's own entries: how often they say what people said. */
import {
  MAX_TRIED,
  type Disagreement,
  type RulesTrial,
  type SuggestionRule,
} from '../../../../contracts/tagging-rules';
import { mainFieldOf } from '../../main-field';
import { readAccess, type Ability, type ReadAccess } from '../../read-access';
import { getService } from '../../services';
import { rowsOf, type ContentTypeSchema, type Strapi } from '../../strapi';
import { workingRules } from './describe';
import { countEntry, emptyScore, type Wrong } from './score';
import { prepareRules, suggest, type Suggestion } from './suggest';
import { walkEntries, type TaggedEntry } from './walk';

/** Entries on which rules and people disagree that are told one by one. */
const DISAGREEMENTS_TOLD = 20;

/** A disagreement whose names are still to be looked up. */
interface Found extends Wrong {
  tagged: TaggedEntry;
  suggested: Suggestion;
}

/**
 * Tries rules on what the user may read, the newest entries first. Broken rules, and those about fields that the user may
 * not read, suggest nothing.
 */
export async function tryRules(
  strapi: Strapi,
  rules: SuggestionRule[],
  ability: Ability
): Promise<RulesTrial> {
  const tagging = getService(strapi, 'tagging');
  const working = await workingRules(strapi, rules, ability);
  const prepared = prepareRules(working);
  const score = emptyScore(rules.map(({ id }) => id));
  const disagreements: Disagreement[] = [];
  const types = await readableTypes(strapi, ability);
  const most = Math.floor(MAX_TRIED / Math.max(types.length, 1));
  let isSample = false;
  for (const { type, access } of types) {
    const found: Found[] = [];
    const fieldNames = tagging.fieldNames();
    const walk = { type, fieldNames, access, fields: fieldsIn(working, type.uid), most: most + 1 };
    let seen = 0;
    for await (const page of walkEntries(strapi, walk)) {
      for (const tagged of page) {
        seen += 1;
        if (seen > most) {
          isSample = true;
          break;
        }
        const suggested = suggest(tagged.entry, prepared);
        for (const wrong of countEntry(score, tagged, suggested)) {
          const told = disagreements.length + found.length;
          if (told < DISAGREEMENTS_TOLD) found.push({ ...wrong, tagged, suggested });
        }
      }
    }
    disagreements.push(...(await tellDisagreements(strapi, type, access, found)));
  }
  return { ...score, isSample, disagreements };
}

/** Tagged types whose entries, and the tags on them, the user may read. */
async function readableTypes(
  strapi: Strapi,
  ability: Ability
): Promise<{ type: ContentTypeSchema; access: ReadAccess }[]> {
  const tagging = getService(strapi, 'tagging');
  const { journeyStage, personas } = tagging.fieldNames();
  const types: { type: ContentTypeSchema; access: ReadAccess }[] = [];
  for (const type of tagging.taggedTypes()) {
    const access = await readAccess(strapi, type, ability);
    const seesTags = access.mayReadField(journeyStage) && access.mayReadField(personas);
    if (access.mayRead && seesTags) types.push({ type, access });
  }
  return types;
}

/** Names of the fields of a type that the rules ask about. */
export function fieldsIn(rules: SuggestionRule[], type: string): string[] {
  return rules
    .filter((rule) => rule.type === type)
    .flatMap(({ when }) => {
      if (when.kind === 'field') return [when.field];
      return when.kind === 'words' ? when.fields : [];
    });
}

interface NamedRow {
  id: number;
  documentId: string;
  locale: string | null;
  [field: string]: unknown;
}

async function tellDisagreements(
  strapi: Strapi,
  type: ContentTypeSchema,
  access: ReadAccess,
  found: Found[]
): Promise<Disagreement[]> {
  if (found.length === 0) return [];
  const taxonomy = getService(strapi, 'taxonomy');
  const terms = [...(await taxonomy.stages()), ...(await taxonomy.personas())];
  const names = new Map(terms.map(({ documentId, name }) => [documentId, name]));
  const namesOf = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? []);
  const mainField = await mainFieldOf(strapi, type);
  const rows = await rowsOf<NamedRow>(strapi, type.uid).findMany({
    where: { id: { $in: found.map(({ tagged }) => tagged.rowId) } },
    populate: access.populate,
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const told: Disagreement[] = [];
  for (const { tagged, suggested, about, rule } of found) {
    const row = rowOf.get(tagged.rowId);
    // Deleted meanwhile.
    if (!row) continue;
    const title = ((await access.sanitize(row)) as Record<string, unknown>)[mainField];
    const { stage, personas } = suggested;
    told.push({
      type: type.uid,
      kind: type.kind,
      documentId: row.documentId,
      locale: row.locale,
      title: typeof title === 'string' || typeof title === 'number' ? String(title) : null,
      about,
      rule,
      has: namesOf(about === 'stage' ? [tagged.stage ?? ''] : tagged.personas),
      suggested: namesOf(about === 'stage' ? [stage?.stage ?? ''] : (personas?.personas ?? [])),
    });
  }
  return told;
}
