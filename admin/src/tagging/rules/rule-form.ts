/** A rule as its form holds it, whole or not yet. */
import {
  suggestionRule,
  WORD_PLACES,
  type RuleKind,
  type SuggestionRule,
} from '../../../../contracts/tagging-rules';

export interface RuleForm {
  type: string | null;
  kind: RuleKind;
  field: string | null;
  value: string;
  /** Separated by commas or lines. */
  words: string;
  /** Title and slug, and names of fields of text. */
  places: string[];
  stage: string | null;
  personas: string[];
}

const isWordPlace = (place: string) => WORD_PLACES.some((known) => known === place);

/** Fields of the type have a mark, as one may be called `title` too. */
export const placeOfField = (name: string) => `field:${name}`;
const fieldOfPlace = (place: string) => place.replace(/^field:/, '');

export const NEW_RULE: RuleForm = {
  ...{ type: null, kind: 'always', field: null, value: '', words: '' },
  ...{ places: ['title'], stage: null, personas: [] },
};

/** The form of a rule that is there. */
export function formOf({ type, when, stage, personas }: SuggestionRule): RuleForm {
  const form = { ...NEW_RULE, type, kind: when.kind, stage, personas };
  switch (when.kind) {
    case 'always':
      return form;
    case 'field':
      return { ...form, field: when.field, value: when.value };
    case 'words':
      return {
        ...form,
        words: when.words.join(', '),
        places: [...when.in, ...when.fields.map(placeOfField)],
      };
  }
}

/** What depends on the type goes with it. */
export function withType(form: RuleForm, type: string | null): RuleForm {
  return {
    ...form,
    type,
    kind: form.kind === 'field' && type === null ? 'always' : form.kind,
    field: null,
    value: '',
    places: form.places.filter(isWordPlace),
  };
}

/** The rule that the form makes; null while something is missing or wrong. */
export function ruleOf(form: RuleForm, id: string): SuggestionRule | null {
  const { type, stage, personas } = form;
  const made = suggestionRule.safeParse({ id, type, when: conditionOf(form), stage, personas });
  return made.success ? made.data : null;
}

function conditionOf({ kind, field, value, words, places }: RuleForm): object {
  switch (kind) {
    case 'always':
      return { kind };
    case 'field':
      return { kind, field, value };
    case 'words':
      return {
        kind,
        in: places.filter(isWordPlace),
        fields: places.filter((place) => !isWordPlace(place)).map(fieldOfPlace),
        words: [...new Set(words.split(/[,\n]/).map((word) => word.trim()))].filter(Boolean),
      };
  }
}

/** An id that no other rule has: 128 bits of chance. */
export function newRuleId(): string {
  // `crypto.randomUUID` is there on secure pages alone, and an admin may be served without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
