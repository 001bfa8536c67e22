/** Stages and personas: what there is, and applying presets. */
import { errors } from '@strapi/utils';

import { PERSONA_UID, STAGE_UID } from '../constants';
import type {
  ApplyPersonaPresetBody,
  ApplyResult,
  ApplyStageModelBody,
  OldStagesQuestion,
  Taxonomy,
} from '../../../contracts/taxonomy';
import type {
  CreateTermBody,
  MergeTermBody,
  OrderBody,
  SwitchModelBody,
  TermKind,
  UpdateTermBody,
} from '../../../contracts/taxonomy-terms';
import { streamOf } from '../csv';
import type { Ability } from '../read-access';
import { getService } from '../services';
import {
  documentsOf,
  oneAtATime,
  rowsOf,
  siteLocales,
  type AdminUser,
  type Strapi,
} from '../strapi';
import { createTerm, deleteTerm, setRetired, updateTerm } from './change-term';
import { mergeTerm, nameOf } from './merge-term';
import { orderTerms } from './order-terms';
import { PERSONA_PRESET, presetPersona } from './persona-preset';
import { STAGE_MODELS } from './stage-models';
import {
  IN_ORDER,
  personaRows,
  placeStages,
  STAGE_FIELDS,
  stageRows,
  wantedStages,
  type PersonaRow,
  type StageRow,
} from './stages';
import { switchModel } from './switch-model';
import { termDetail } from './term-detail';
import { TERM_KINDS, termOf } from './term-kinds';
import { inLocale } from './translations';
import { undoMerge } from './undo-merge';
import { usesCsv } from './uses-csv';

/** A stage as everybody may see it, in one of the site's languages. */
export type PublicStage = Omit<StageRow, 'color' | 'retired' | 'updatedAt'> & {
  description: string | null;
};

/** Likewise for a persona. */
export type PublicPersona = Pick<PersonaRow, 'id' | 'documentId' | 'slug' | 'name'>;

export function taxonomyService({ strapi }: { strapi: Strapi }) {
  const stages = () => stageRows(strapi);
  const personas = () => personaRows(strapi);
  const usesOf = (target: string) => getService(strapi, 'tagging').countUses(target);

  return {
    stages,
    personas,

    /** Stages in order, with texts in the locale where they have them. */
    async publicStages(locale: string | undefined): Promise<PublicStage[]> {
      const rows = await rowsOf<PublicStage & { translations: unknown }>(
        strapi,
        STAGE_UID
      ).findMany({
        select: [...STAGE_FIELDS, 'description', 'translations'],
        orderBy: IN_ORDER,
      });
      return rows.map(({ translations, ...stage }) => inLocale(stage, translations, locale));
    },

    /** Personas in order, with names in the locale where they have them. */
    async publicPersonas(locale: string | undefined): Promise<PublicPersona[]> {
      const rows = await rowsOf<PublicPersona & { translations: unknown }>(
        strapi,
        PERSONA_UID
      ).findMany({
        select: ['id', 'documentId', 'slug', 'name', 'translations'],
        orderBy: IN_ORDER,
      });
      return rows.map(({ translations, ...persona }) => inLocale(persona, translations, locale));
    },

    /** A stage or persona with all that can be edited. */
    term: (kind: TermKind, documentId: string) => termDetail(strapi, kind, documentId),
    createTerm: (kind: TermKind, user: AdminUser, body: CreateTermBody) =>
      createTerm(strapi, kind, user, body),
    updateTerm: (kind: TermKind, user: AdminUser, documentId: string, body: UpdateTermBody) =>
      updateTerm(strapi, kind, user, documentId, body),
    setRetired: (kind: TermKind, user: AdminUser, documentId: string, retired: boolean) =>
      setRetired(strapi, kind, user, documentId, retired),
    deleteTerm: (kind: TermKind, documentId: string) => deleteTerm(strapi, kind, documentId),
    orderTerms: (kind: TermKind, body: OrderBody) => orderTerms(strapi, kind, body),
    mergeTerm: (kind: TermKind, documentId: string, { into }: MergeTermBody) =>
      mergeTerm(strapi, kind, documentId, into),
    undoMerge: (list: Uint8Array) => undoMerge(strapi, list),
    switchModel: (user: AdminUser, id: string, body: SwitchModelBody) =>
      switchModel(strapi, user, id, body),

    /** Uses of a term by content type. */
    async uses(kind: TermKind, documentId: string) {
      const term = await termOf(strapi, kind, documentId);
      return getService(strapi, 'tagging').usesByType(TERM_KINDS[kind].uid, term);
    },

    /** Every use of a term as lines of CSV, with titles as far as `ability` may read them. */
    async usesCsv(kind: TermKind, documentId: string, ability: Ability) {
      const term = await termOf(strapi, kind, documentId);
      const { uid } = TERM_KINDS[kind];
      const tagging = getService(strapi, 'tagging');
      const total = await tagging.countListed(uid, term);
      const pages = tagging.listUses(uid, term, ability);
      const lines = usesCsv(kind, nameOf(term), new Date(), pages);
      return { total, name: `${kind}-${term.slug}-uses.csv`, lines: streamOf(lines) };
    },

    /** Stages and personas in order, each with how often it is used. */
    async overview(): Promise<Taxonomy> {
      const stageUses = await usesOf(STAGE_UID);
      const personaUses = await usesOf(PERSONA_UID);
      return {
        stages: (await stages()).map(({ id, ...stage }) => ({
          ...stage,
          uses: stageUses.get(id) ?? 0,
        })),
        personas: (await personas()).map(({ id, ...persona }) => ({
          ...persona,
          uses: personaUses.get(id) ?? 0,
        })),
        locales: await siteLocales(strapi),
      };
    },

    /**
     * Creates the stages of a model that are not there yet, in the model's order, before all
     * others. Applied again, it changes nothing.
     * @throws {NotFoundError} when there is no such model.
     * @throws {ValidationError} for an optional stage that the model does not have, and, with
     *   `OldStagesQuestion` as details, when other stages exist and nobody said what happens to them.
     */
    async applyStageModel(id: string, choice: ApplyStageModelBody): Promise<ApplyResult> {
      const wanted = wantedStages(id, choice.optionalStages);
      return oneAtATime(strapi, async () => {
        const existing = await stages();
        const slugs = new Set(wanted.map(({ slug }) => slug));
        const old = existing.filter(({ slug }) => !slugs.has(slug));
        const added = wanted.filter(({ slug }) => !existing.some((stage) => stage.slug === slug));
        const uses = await usesOf(STAGE_UID);
        const isInModel = (slug: string) =>
          STAGE_MODELS.some((m) => m.id === id && m.stages.some((s) => s.slug === slug));
        const unplanned = old.filter(({ slug }) => !isInModel(slug));
        if (unplanned.length > 0 && !choice.oldStages) {
          throw new errors.ValidationError(
            'oldStages: there are stages that are not in this model. Say whether to keep them or to remove those that nothing uses.',
            {
              reason: 'oldStages',
              oldStages: unplanned.map(({ id: row, slug, name }) => ({
                slug,
                name,
                uses: uses.get(row) ?? 0,
              })),
            } satisfies OldStagesQuestion
          );
        }
        const removable =
          choice.oldStages === 'removeUnused'
            ? unplanned.filter((stage) => !uses.has(stage.id))
            : [];
        const kept = old.filter((stage) => !removable.includes(stage));
        for (const { documentId } of removable) {
          await documentsOf<StageRow>(strapi, STAGE_UID).delete({ documentId });
        }
        if (added.length > 0 || removable.length > 0) {
          await placeStages(strapi, wanted, existing, kept);
        }
        return {
          created: added.map(({ slug }) => slug),
          kept: kept.map(({ slug }) => slug),
          removed: removable.map(({ slug }) => slug),
        };
      });
    },

    /**
     * Creates the wanted personas of the preset that are not there yet, after the existing ones.
     * @throws {ValidationError} naming `personas` for one that the preset does not have.
     */
    async applyPersonaPreset({ personas: chosen }: ApplyPersonaPresetBody): Promise<ApplyResult> {
      const wanted = chosen?.map((slug) => presetPersona(slug)) ?? PERSONA_PRESET;
      return oneAtATime(strapi, async () => {
        const existing = await personas();
        const slugs = new Set(existing.map(({ slug }) => slug));
        const added = wanted.filter(({ slug }) => !slugs.has(slug));
        const next = Math.max(-1, ...existing.map(({ position }) => position)) + 1;
        for (const [index, persona] of added.entries()) {
          await documentsOf<PersonaRow>(strapi, PERSONA_UID).create({
            data: { ...persona, position: next + index },
          });
        }
        return {
          created: added.map(({ slug }) => slug),
          kept: existing.map(({ slug }) => slug),
          removed: [],
        };
      });
    },
  };
}
