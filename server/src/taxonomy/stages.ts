/** The stages and personas that there are, and placing those of a stage model. */
import { errors } from '@strapi/utils';

import { PERSONA_UID, STAGE_UID } from '../constants';
import type { BuyingRole, PresetStage } from '../../../contracts/taxonomy';
import { documentsOf, rowsOf, type Strapi } from '../strapi';
import { STAGE_MODELS } from './stage-models';

export interface StageRow {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  position: number;
  color: string | null;
  buyerQuestion: string | null;
  alwaysOn: boolean;
  retired: boolean;
  updatedAt: string;
}

export interface PersonaRow {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  position: number;
  buyingRole: BuyingRole | null;
  description: string | null;
  retired: boolean;
  updatedAt: string;
}

export const STAGE_FIELDS = [
  'id',
  'documentId',
  'slug',
  'name',
  'position',
  'buyerQuestion',
  'alwaysOn',
];

const PERSONA_FIELDS = [
  ...['id', 'documentId', 'slug', 'name', 'position', 'buyingRole', 'description'],
];

export const IN_ORDER = [{ position: 'asc' }, { id: 'asc' }];

/** Stages in order, retired ones too. */
export async function stageRows(strapi: Strapi): Promise<StageRow[]> {
  const rows = await rowsOf<StageRow>(strapi, STAGE_UID).findMany({
    select: [...STAGE_FIELDS, 'color', 'retired', 'updatedAt'],
    orderBy: IN_ORDER,
  });
  return rows.map(withState);
}

/** Personas in order, retired ones too. */
export async function personaRows(strapi: Strapi): Promise<PersonaRow[]> {
  const rows = await rowsOf<PersonaRow>(strapi, PERSONA_UID).findMany({
    select: [...PERSONA_FIELDS, 'retired', 'updatedAt'],
    orderBy: IN_ORDER,
  });
  return rows.map(withState);
}

/** What was there before terms could be retired says nothing about it; databases write moments in ways of their own. */
function withState<Row extends { retired: unknown; updatedAt: string }>(row: Row): Row {
  return {
    ...row,
    retired: Boolean(row.retired),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

/**
 * The stages of a model with those of its optional ones that are wanted.
 * @throws {NotFoundError} when there is no such model; {ValidationError} for an optional stage that it lacks.
 */
export function wantedStages(id: string, optionalStages: string[]): PresetStage[] {
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
export async function placeStages(
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
