/** Stages and personas: what there is, and applying presets. */
import { errors } from '@strapi/utils';

import { PERSONA_UID, STAGE_UID } from '../constants';
import type {
  ApplyResult,
  ApplyStageModelBody,
  BuyingRole,
  OldStagesQuestion,
  PresetStage,
  Taxonomy,
} from '../../../contracts/taxonomy';
import { getService } from '../services';
import { documentsOf, oneAtATime, rowsOf, type Strapi } from '../strapi';
import { PERSONA_PRESET } from './persona-preset';
import { STAGE_MODELS } from './stage-models';
import { inLocale } from './translations';

export interface StageRow {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  position: number;
  color: string | null;
  buyerQuestion: string | null;
  alwaysOn: boolean;
}

export interface PersonaRow {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  position: number;
  buyingRole: BuyingRole | null;
  description: string | null;
}

/** A stage as everybody may see it, in one of the site's languages. */
export type PublicStage = Omit<StageRow, 'color'> & { description: string | null };

/** Likewise for a persona. */
export type PublicPersona = Pick<PersonaRow, 'id' | 'documentId' | 'slug' | 'name'>;

const STAGE_FIELDS = ['id', 'documentId', 'slug', 'name', 'position', 'buyerQuestion', 'alwaysOn'];

const IN_ORDER = [{ position: 'asc' }, { id: 'asc' }];

export function taxonomyService({ strapi }: { strapi: Strapi }) {
  /** Stages in order. */
  const stages = () =>
    rowsOf<StageRow>(strapi, STAGE_UID).findMany({
      select: [...STAGE_FIELDS, 'color'],
      orderBy: IN_ORDER,
    });

  /** Personas in order. */
  const personas = () =>
    rowsOf<PersonaRow>(strapi, PERSONA_UID).findMany({
      select: ['id', 'documentId', 'slug', 'name', 'position', 'buyingRole', 'description'],
      orderBy: IN_ORDER,
    });

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

    /** Creates the personas of the preset that are not there yet, after the existing ones. */
    async applyPersonaPreset(): Promise<ApplyResult> {
      return oneAtATime(strapi, async () => {
        const existing = await personas();
        const slugs = new Set(existing.map(({ slug }) => slug));
        const added = PERSONA_PRESET.filter(({ slug }) => !slugs.has(slug));
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

function wantedStages(id: string, optionalStages: string[]): PresetStage[] {
  const model = STAGE_MODELS.find((candidate) => candidate.id === id);
  if (!model) throw new errors.NotFoundError('There is no such stage model.');
  const optional = model.stages.filter((stage) => stage.optional).map(({ slug }) => slug);
  const unknown = optionalStages.find((slug) => !optional.includes(slug));
  if (unknown !== undefined) {
    throw new errors.ValidationError(
      `optionalStages: “${unknown}” is not an optional stage of this model.`,
      {
        errors: [
          { path: ['optionalStages'], message: 'is not in the model', name: 'ValidationError' },
        ],
      }
    );
  }
  return model.stages.filter((stage) => !stage.optional || optionalStages.includes(stage.slug));
}

/** Numbers the model's stages from 0, creating those that are missing, and the kept ones after them. */
async function placeStages(
  strapi: Strapi,
  wanted: PresetStage[],
  existing: StageRow[],
  kept: StageRow[]
): Promise<void> {
  const documents = documentsOf<StageRow>(strapi, STAGE_UID);
  for (const [position, { optional: _optional, ...stage }] of wanted.entries()) {
    const present = existing.find(({ slug }) => slug === stage.slug);
    if (!present) {
      await documents.create({ data: { ...stage, position } });
    } else if (present.position !== position) {
      await documents.update({ documentId: present.documentId, data: { position } });
    }
  }
  for (const [index, { documentId }] of kept.entries()) {
    await documents.update({ documentId, data: { position: wanted.length + index } });
  }
}
