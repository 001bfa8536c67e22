/** A stage or persona as it is being edited. No React in here. */
import type {
  PersonaDetail,
  PersonaFields,
  StageDetail,
  StageFields,
  TermKind,
  Translations,
} from '../../../../contracts/taxonomy-terms';

export type Detail = StageDetail | PersonaDetail;

/** All fields of both kinds, each as its form field holds it. */
export interface TermDraft {
  name: string;
  slug: string;
  description: string;
  translations: Translations;
  color: string;
  buyerQuestion: string;
  alwaysOn: boolean;
  ctaPolicy: StageDetail['ctaPolicy'];
  salesRole: string;
  marketingRole: string;
  buyingRole: PersonaDetail['buyingRole'];
}
export type DraftField = keyof TermDraft;

const FIELDS: Record<TermKind, DraftField[]> = {
  stage: [
    ...(['name', 'slug', 'color', 'buyerQuestion', 'description', 'alwaysOn'] as const),
    ...(['ctaPolicy', 'salesRole', 'marketingRole', 'translations'] as const),
  ],
  persona: ['name', 'slug', 'buyingRole', 'description', 'translations'],
};

/** The form of a stage or persona; of a new one where there is none. */
export function toDraft(detail: Detail | null): TermDraft {
  const stage = detail as Partial<StageDetail> | null;
  const persona = detail as Partial<PersonaDetail> | null;
  return {
    name: detail?.name ?? '',
    slug: detail?.slug ?? '',
    description: detail?.description ?? '',
    translations: detail?.translations ?? {},
    color: stage?.color ?? '',
    buyerQuestion: stage?.buyerQuestion ?? '',
    alwaysOn: stage?.alwaysOn ?? false,
    ctaPolicy: stage?.ctaPolicy ?? 'soft',
    salesRole: stage?.salesRole ?? '',
    marketingRole: stage?.marketingRole ?? '',
    buyingRole: persona?.buyingRole ?? null,
  };
}

/** Fields of the kind in which two forms differ. */
export function differing(kind: TermKind, a: TermDraft, b: TermDraft): DraftField[] {
  return FIELDS[kind].filter((field) => comparable(a, field) !== comparable(b, field));
}

/** Languages in whatever order, without empty texts. */
function comparable(draft: TermDraft, field: DraftField): string {
  if (field !== 'translations') return String(draft[field]).trim();
  const texts = Object.entries(draft.translations).flatMap(([locale, named]) =>
    Object.entries(named)
      .filter(([, text]) => text.trim() !== '')
      .map(([name, text]) => `${locale} ${name} ${text.trim()}`)
  );
  return texts.sort().join('\n');
}

/** What is sent of the form: the named fields, empty colours as none. A new term without a slug is given one. */
export function toFields(draft: TermDraft, fields: DraftField[]): StageFields | PersonaFields {
  const entries = fields
    .filter((field) => field !== 'slug' || draft.slug !== '')
    .map((field) => [field, field === 'color' && draft.color === '' ? null : draft[field]]);
  return Object.fromEntries(entries) as StageFields | PersonaFields;
}

const SLUG = /^[A-Za-z0-9-_.~]*$/;
const COLOR = /^(#[0-9a-fA-F]{6})?$/;

/** The first field that cannot be saved as it is; null when all can. */
export function wrongField(draft: TermDraft): 'name' | 'slug' | 'color' | null {
  if (draft.name.trim() === '') return 'name';
  if (!SLUG.test(draft.slug)) return 'slug';
  return COLOR.test(draft.color) ? null : 'color';
}
