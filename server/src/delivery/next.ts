/** `GET /content/:type/:documentId/next`: what to read after an entry. */
import { errors } from '@strapi/utils';

import type { NextEntries, NextParams, NextQuery } from '../../../contracts/delivery';
import { mayFind } from '../content-api';
import { PERSONA_UID } from '../constants';
import { getService } from '../services';
import { documentsOf, inReadingTransaction, type Strapi, type Trx } from '../strapi';
import type { Position } from './cursor';
import { entriesAt } from './entries';
import { newestOfEach } from './query';
import {
  isNameOf,
  mustFindStages,
  select,
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
  await mustFindStages(strapi, auth);
  const given = persona === undefined ? undefined : [persona];
  const selection = await select(strapi, auth, { persona: given, locale, status: 'published' });
  const type = selection.types.find(({ schema }) => isNameOf(schema, name));
  const tagged = type && (await taggedEntry(strapi, type, selection.locale, documentId));
  if (!tagged) throw new errors.NotFoundError('There is no such entry.');
  if (!tagged.stage) return { data: [] };

  const reading: Reading = {
    entry: { type: type.schema.uid, documentId },
    stageId: tagged.stage.id,
    audiences: await audiencesOf(strapi, auth, tagged, selection.audience?.personaIds ?? []),
    limit,
  };
  const positions = await inReadingTransaction(strapi, (trx) =>
    positionsAfter(strapi, trx, selection, reading)
  );
  const found = await entriesAt(strapi, auth, selection, positions);
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
async function audiencesOf(
  strapi: Strapi,
  auth: unknown,
  { personas }: Tagged,
  given: number[]
): Promise<Reading['audiences']> {
  if (!(await mayFind(strapi, auth, PERSONA_UID))) return [undefined];
  const own = personas.map(({ id }) => id);
  return [
    ...[own, given]
      .filter((personaIds) => personaIds.length > 0)
      .map((personaIds) => ({ personaIds, everyone: false })),
    { personaIds: [], everyone: true },
  ];
}

/** Two rounds of statements at most: the next stage and the same one, then all stages further on. */
async function positionsAfter(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  { entry, stageId, audiences, limit }: Reading
): Promise<Position[]> {
  /** For each stage, entries for the first audience that it has something for. */
  const newestIn = async (stageIds: number[]) => {
    const groups = stageIds.flatMap((id) =>
      audiences.map((audience) => ({ stageId: id, audience }))
    );
    const found = await newestOfEach(strapi, trx, selection, groups, limit, entry);
    return stageIds.map((_, index) => {
      const start = index * audiences.length;
      return (
        found.slice(start, start + audiences.length).find((positions) => positions.length > 0) ?? []
      );
    });
  };
  const stages = await getService(strapi, 'taxonomy').stages();
  const here = stages.findIndex(({ id }) => id === stageId);
  const [next, ...further] = stages
    .slice(here + 1)
    .filter(({ alwaysOn }) => !alwaysOn)
    .map(({ id }) => id);
  const [same = [], following = []] = await newestIn([stageId, ...(next ? [next] : [])]);
  const ahead =
    following.length > 0
      ? following
      : ((await newestIn(further)).find((positions) => positions.length > 0) ?? []);
  return [...ahead, ...same].slice(0, limit);
}
