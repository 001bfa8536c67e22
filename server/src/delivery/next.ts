/** `GET /content/:type/:documentId/next`: what to read after an entry. */
import { errors } from '@strapi/utils';

import type { NextEntries, NextParams, NextQuery } from '../../../contracts/delivery';
import { getService } from '../services';
import { documentsOf, inReadingTransaction, type Strapi, type Trx } from '../strapi';
import type { PublicStage } from '../taxonomy';
import { readEntries } from './entries';
import { newestOfEach, type Found } from './query';
import {
  isNameOf,
  select,
  stagesOf,
  type Audience,
  type DeliveredType,
  type Selection,
} from './selection';

interface Tagged {
  stage: { id: number; slug: string } | null;
  personas: { id: number }[];
}

/** An entry that is read, and whom to look for further ones for. */
interface Reading {
  /** By document id. */
  entry: { type: string; documentId: string };
  stageId: number;
  /** The first of them for whom there is something counts; undefined is whomever. */
  audiences: (Audience | undefined)[];
  limit: number;
}

/**
 * Entries of the stage that follows, passing over stages that are always on and stages with nothing for the
 * reader; then other ones of the same stage. They are for the entry's personas, else for the given one, else for nobody in
 * particular: whichever comes first that the stage has something for.
 * @param auth of the request.
 * @throws {NotFoundError} when the caller may see no such live entry.
 * @throws {ForbiddenError} when the caller may not read stages.
 * @throws {ValidationError} naming `persona` when the caller may not read personas.
 */
export async function nextAfter(
  strapi: Strapi,
  auth: unknown,
  { type: name, documentId }: NextParams,
  { persona, locale, limit }: NextQuery
): Promise<NextEntries> {
  const given = persona === undefined ? undefined : [persona];
  const selection = await select(strapi, auth, { persona: given, locale, status: 'published' });
  const stages = stagesOf(selection);
  const type = selection.types.find(({ schema }) => isNameOf(schema, name));
  const tagged = type && (await taggedEntry(strapi, type, selection.locale, documentId));
  if (!tagged) throw new errors.NotFoundError('There is no such entry.');
  if (!tagged.stage) return { data: [] };

  const reading: Reading = {
    entry: { type: type.schema.uid, documentId },
    stageId: tagged.stage.id,
    audiences: audiencesOf(selection, tagged),
    limit,
  };
  const found = await inReadingTransaction(strapi, async (trx) => {
    const after = await findAfter(strapi, trx, selection, stages, reading);
    return readEntries(strapi, trx, auth, selection, after);
  });
  const { slug } = tagged.stage;
  return {
    data: found.map((entry) => ({
      ...entry,
      reason: entry.stage?.slug === slug ? 'sameStage' : 'nextStage',
    })),
  };
}

/** The live entry with its tags, or undefined when the caller may see no such one. */
async function taggedEntry(
  strapi: Strapi,
  type: DeliveredType,
  locale: string | undefined,
  documentId: string
): Promise<Tagged | undefined> {
  const tags = getService(strapi, 'tagging').fieldNames();
  const doc = await documentsOf<Record<string, unknown>>(strapi, type.schema.uid).findOne({
    documentId,
    status: 'published',
    ...(type.tables.localized && locale !== undefined ? { locale } : {}),
    fields: ['documentId'],
    populate: {
      [tags.journeyStage]: { fields: ['slug'] },
      [tags.personas]: { fields: ['slug'] },
    },
  });
  if (!doc) return undefined;
  return {
    stage: doc[tags.journeyStage] as Tagged['stage'],
    personas: doc[tags.personas] as Tagged['personas'],
  };
}

/** Who may not read personas learns nothing of them: then entries are for whomever. */
function audiencesOf({ terms, audience }: Selection, { personas }: Tagged): Reading['audiences'] {
  if (!terms.personas) return [undefined];
  const own = personas.map(({ id }) => id);
  const given = audience?.personaIds ?? [];
  return [
    ...[own, given]
      .filter((personaIds) => personaIds.length > 0)
      .map((personaIds) => ({ personaIds, everyone: false })),
    { personaIds: [], everyone: true },
  ];
}

/** Two rounds of statements at most: the next stage and the same one, then all stages further on. */
async function findAfter(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  stages: PublicStage[],
  { entry, stageId, audiences, limit }: Reading
): Promise<Found[]> {
  /** For each stage, entries for the first audience that it has something for. */
  const newestIn = async (stageIds: number[]) => {
    const groups = stageIds.flatMap((id) =>
      audiences.map((audience) => ({ stageId: id, audience }))
    );
    const found = await newestOfEach(strapi, trx, selection, groups, limit, entry);
    return stageIds.map((_, index) => {
      const start = index * audiences.length;
      return (
        found.slice(start, start + audiences.length).find((entries) => entries.length > 0) ?? []
      );
    });
  };
  const here = stages.findIndex(({ id }) => id === stageId);
  const [next, ...further] = stages
    .slice(here + 1)
    .filter(({ alwaysOn }) => !alwaysOn)
    .map(({ id }) => id);
  const [same = [], following = []] = await newestIn([stageId, ...(next ? [next] : [])]);
  const ahead =
    following.length > 0
      ? following
      : ((await newestIn(further)).find((entries) => entries.length > 0) ?? []);
  return [...ahead, ...same].slice(0, limit);
}
