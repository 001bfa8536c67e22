/** What crosses between server and admin for the rules that suggest a stage and personas. */
import { z } from 'zod';

import { distinct, slug } from './query';
import { documentId, filled } from './sales-sourced/fields';

export const MAX_RULES = 200;
/** Words of one rule. */
export const MAX_WORDS = 50;

/** Name of an attribute of a content type. */
const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,254}$/, 'is not the name of a field');

/** The main field and the slug of a type, whatever their names there. */
export const WORD_PLACES = ['title', 'slug'] as const;
export type WordPlace = (typeof WORD_PLACES)[number];

/** The same text in small letters without accents, as rules compare it. */
export const folded = (text: string): string =>
  text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Words of a text as rules compare them: letters and digits, in small letters without accents. */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word, or several that follow each other. */
const phrase = filled(100).refine((words) => wordsOf(words).length > 0, 'has no word in it');

/** What a rule asks of an entry. */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({
    kind: z.literal('field'),
    field: attribute,
    /** The value as text: `true`, `5`, `pricing`; the document id where the field is a relation. */
    value: filled(255),
  }),
  z.strictObject({
    kind: z.literal('words'),
    in: z.array(z.enum(WORD_PLACES)).max(2).refine(distinct, 'names one twice'),
    /** Further fields of text, of a rule about one type. */
    fields: z.array(attribute).max(10).refine(distinct, 'names one twice').default([]),
    /** Any of them, whole. */
    words: z.array(phrase).min(1, 'are needed').max(MAX_WORDS),
  }),
]);

export const suggestionRule = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'is not an id'),
    /** Uid of a tagged content type; null is all of them. */
    type: slug.nullable(),
    when: condition,
    /** Document ids. */
    stage: documentId.nullable(),
    personas: z.array(documentId).max(100).refine(distinct, 'names one twice'),
  })
  .superRefine(({ type, when, stage, personas }, context) => {
    const wrong = (path: string[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (stage === null && personas.length === 0) wrong(['stage'], 'neither stage nor personas');
    if (when.kind === 'field' && type === null) wrong(['type'], 'a field belongs to one type');
    if (when.kind !== 'words') return;
    if (when.fields.length > 0 && type === null) wrong(['type'], 'a field belongs to one type');
    if (when.in.length + when.fields.length === 0) wrong(['when', 'in'], 'names no place to look');
  });
export type SuggestionRule = z.infer<typeof suggestionRule>;
export type RuleCondition = SuggestionRule['when'];
export type RuleKind = RuleCondition['kind'];

const rules = z
  .array(suggestionRule)
  .max(MAX_RULES, `are more than ${MAX_RULES}`)
  .refine((list) => distinct(list.map(({ id }) => id)), 'have an id twice');

/** `PUT /buyer-journey/tagging/rules`. Answered with a 409 when somebody saved since `version`. */
export const saveRulesBody = z.strictObject({ version: z.int().min(0).max(1e9), rules });
export type SaveRulesBody = z.infer<typeof saveRulesBody>;

/** `POST /buyer-journey/tagging/rules/test` */
export const tryRulesBody = z.strictObject({ rules });
export type TryRulesBody = z.infer<typeof tryRulesBody>;

/** `GET /buyer-journey/tagging/rules/fields` */
export const ruleFieldsQuery = z.strictObject({ type: slug });

/**
 * Why a rule suggests nothing: what it names is gone (its type is no longer tagged, there is no such field, value,
 * stage or persona), its stage or one of its personas is retired, or the user may not read the field.
 */
export type RuleProblem =
  'type' | 'field' | 'value' | 'stage' | 'persona' | 'retired' | 'unreadable';

/** A rule as it is kept, and what there is to know of it. */
export interface DescribedRule {
  rule: SuggestionRule;
  problem: RuleProblem | null;
  /** What the value is called, where it is not its own name: the title of a related entry. */
  valueName: string | null;
}

/** `GET /buyer-journey/tagging/rules`, and the answer to saving. */
export interface SuggestionRules {
  /** Counts how often they were saved. */
  version: number;
  rules: DescribedRule[];
  /** Stages and personas in order, retired ones too, and the tagged types: what rules are made of. */
  stages: RuleTerm[];
  personas: RuleTerm[];
  types: { uid: string; displayName: string }[];
}

export interface RuleTerm {
  documentId: string;
  slug: string;
  name: string;
  /** Named by older rules, and not offered for new ones. */
  retired: boolean;
}

export type RuleFieldKind = 'enumeration' | 'boolean' | 'string' | 'integer' | 'relation' | 'text';

/** A field that rules can ask about: its value, or, for `text`, the words in it alone. */
export interface RuleField {
  name: string;
  kind: RuleFieldKind;
  /** All of an enumeration, the most frequent fifty of others; none for `text`. */
  values: { value: string; name: string }[];
}

/** How often suggestions are what a person chose, of the tagged entries that they speak about. */
export interface Agreement {
  speaks: number;
  agrees: number;
}

/** What one rule does. Entries are counted once for each locale. */
export interface RuleTrial {
  id: string;
  /** Entries that it fits, decided by a more specific rule or not. */
  fits: number;
  /** Of the tagged entries whose stage, or personas, it decides. */
  stage: Agreement;
  personas: Agreement;
  /** Untagged entries that it gives a stage. */
  places: number;
}

/** An entry that people tagged in another way than the rules suggest. */
export interface Disagreement {
  type: string;
  kind: 'collectionType' | 'singleType';
  documentId: string;
  locale: string | null;
  title: string | null;
  about: 'stage' | 'personas';
  /** Names of stage or personas. */
  has: string[];
  suggested: string[];
  /** Id of the rule that suggests it. */
  rule: string;
}

/** What the rules would have suggested for the site's own entries. */
export interface RulesTrial extends Omit<RuleTrial, 'id' | 'fits'> {
  rules: RuleTrial[];
  tagged: number;
  untagged: number;
  /** The newest entries alone were looked at, as there are more than `MAX_TRIED`. */
  isSample: boolean;
  /** The first twenty. */
  disagreements: Disagreement[];
}
export const MAX_TRIED = 20_000;
