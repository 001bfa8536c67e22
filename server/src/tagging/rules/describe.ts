/** What there is to know of rules: whether what they name is still there, and what it is called. */
import type {
  DescribedRule,
  RuleProblem,
  SuggestionRule,
  WordPlace,
} from '../../../../contracts/tagging-rules';
import { mainFieldsOf } from '../../main-field';
import { readAccess, type Ability, type ReadAccess } from '../../read-access';
import { getService } from '../../services';
import type { ContentTypeSchema, Strapi } from '../../strapi';
import {
  askableFields,
  holdsText,
  holdsValue,
  titlesOf,
  wordPlaces,
  type AskableField,
} from './fields';

/** All that rules can name, and what the user may read of it. */
interface Surroundings {
  stages: Set<string>;
  personas: Set<string>;
  /** Of both. */
  retired: Set<string>;
  types: Map<string, KnownType>;
  /** Titles of the entries that rules name, by document id. */
  titles: Map<string, string>;
}

interface KnownType {
  fields: AskableField[];
  places: Record<WordPlace, string | null>;
  mayReadField: ReadAccess['mayReadField'];
}

/**
 * Each rule with its problem, if any, and the name of its value.
 * @param ability whose reading counts; without it nothing is unreadable.
 */
export async function describeRules(
  strapi: Strapi,
  rules: SuggestionRule[],
  ability?: Ability
): Promise<DescribedRule[]> {
  const around = await surroundings(strapi, rules, ability);
  return rules.map((rule) => ({
    rule,
    problem: problemOf(rule, around),
    valueName: rule.when.kind === 'field' ? (around.titles.get(rule.when.value) ?? null) : null,
  }));
}

/** The rules that suggest something; see `describeRules`. */
export async function workingRules(
  strapi: Strapi,
  rules: SuggestionRule[],
  ability?: Ability
): Promise<SuggestionRule[]> {
  const described = await describeRules(strapi, rules, ability);
  return described.filter(({ problem }) => problem === null).map(({ rule }) => rule);
}

async function surroundings(
  strapi: Strapi,
  rules: SuggestionRule[],
  ability: Ability | undefined
): Promise<Surroundings> {
  const taxonomy = getService(strapi, 'taxonomy');
  const [stages, personas] = [await taxonomy.stages(), await taxonomy.personas()];
  const ids = (terms: { documentId: string }[]) =>
    new Set(terms.map(({ documentId }) => documentId));
  const around: Surroundings = {
    stages: ids(stages),
    personas: ids(personas),
    retired: ids([...stages, ...personas].filter(({ retired }) => retired)),
    types: new Map(),
    titles: new Map(),
  };
  const types = getService(strapi, 'tagging').taggedTypes();
  const mainFields = await mainFieldsOf(strapi, types);
  for (const type of types) {
    const mayReadField = ability
      ? (await readAccess(strapi, type, ability)).mayReadField
      : () => true;
    const fields = askableFields(strapi, type);
    const places = wordPlaces(type, mainFields.get(type.uid) ?? 'id');
    around.types.set(type.uid, { fields, places, mayReadField });
    await readTitles(strapi, rules, type, fields, ability, around.titles);
  }
  return around;
}

/** Where the user may not read the related type, entries are there but have no names. */
async function readTitles(
  strapi: Strapi,
  rules: SuggestionRule[],
  { uid }: ContentTypeSchema,
  fields: AskableField[],
  ability: Ability | undefined,
  titles: Map<string, string>
): Promise<void> {
  for (const { name, target } of fields) {
    if (target === null) continue;
    const values = rules.flatMap(({ type, when }) =>
      type === uid && when.kind === 'field' && when.field === name ? when.value : []
    );
    const named = await titlesOf(strapi, target, values, ability);
    for (const [documentId, title] of named) titles.set(documentId, title);
  }
}

function problemOf(rule: SuggestionRule, around: Surroundings): RuleProblem | null {
  const { type, when, stage, personas } = rule;
  const known = type === null ? undefined : around.types.get(type);
  if (type !== null && !known) return 'type';
  if (stage !== null && !around.stages.has(stage)) return 'stage';
  if (personas.some((persona) => !around.personas.has(persona))) return 'persona';
  if ([...(stage === null ? [] : [stage]), ...personas].some((id) => around.retired.has(id))) {
    return 'retired';
  }
  const find = (name: string) => known?.fields.find((field) => field.name === name);
  if (when.kind === 'always') return null;
  const names = when.kind === 'field' ? [when.field] : when.fields;
  const fits = when.kind === 'field' ? holdsValue : holdsText;
  for (const name of names) {
    const field = find(name);
    if (!field || !fits(field)) return 'field';
    if (known?.mayReadField(name) === false) return 'unreadable';
  }
  if (when.kind === 'words') {
    const places = when.in.flatMap((place) => known?.places[place] ?? []);
    return places.some((name) => known?.mayReadField(name) === false) ? 'unreadable' : null;
  }
  const field = find(when.field);
  if (field?.kind === 'enumeration' && !field.values.includes(when.value)) return 'value';
  if (field?.kind === 'relation' && !around.titles.has(when.value)) return 'value';
  return null;
}
