/** Reps whom live entries name as contributors. */
import type { Knex } from 'knex';

import { REP_UID } from '../../constants';
import { getService } from '../../services';
import {
  columnOf,
  hasDraftAndPublish,
  inTransaction,
  linkTableOf,
  modelOf,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';

export interface ContributorRef {
  slug: string;
  displayName: string;
}

/** The reps with a byline on a live entry of any tagged type, by name. One statement. */
export function contributors(strapi: Strapi): Promise<ContributorRef[]> {
  return inTransaction(strapi, async (trx) => {
    const reps = namedReps(strapi, trx)
      .select({ slug: 'rep.slug', displayName: 'rep.display_name' })
      .orderBy(['rep.display_name', 'rep.id']);
    return (await reps) as ContributorRef[];
  });
}

/** Row id of the rep with that slug; null when there is none, or none with a byline on a live entry. */
export function contributorId(strapi: Strapi, slug: string): Promise<number | null> {
  return inTransaction(strapi, async (trx) => {
    const rep: { id: number } | undefined = await namedReps(strapi, trx)
      .where('rep.slug', slug)
      .first('rep.id');
    return rep?.id ?? null;
  });
}

/** Drafts tell of nobody: only who consented and is active has a byline, and only what is live is public. */
function namedReps(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  const types = getService(strapi, 'tagging').taggedTypes();
  return tableIn(strapi, trx, `${tableNameOf(strapi, REP_UID)} as rep`).where((any) => {
    // No type, no contributor.
    void any.whereRaw('1 = 0');
    for (const type of types) void any.orWhereExists(liveBylines(strapi, trx, type));
  });
}

/** Live versions of a type that name the rep at hand. */
function liveBylines(strapi: Strapi, trx: Trx, type: ContentTypeSchema): Knex.QueryBuilder {
  const { contributors: attribute } = getService(strapi, 'tagging').fieldNames();
  const { name, joinColumn, inverseJoinColumn } = linkTableOf(strapi, type.uid, attribute);
  const bylines = tableIn(strapi, trx, `${name} as byline`)
    .where(`byline.${inverseJoinColumn.name}`, trx.ref('rep.id'))
    .select(trx.raw('1'));
  const model = modelOf(strapi, type.uid);
  if (!model || !hasDraftAndPublish(type)) return bylines;
  return bylines
    .join(`${model.tableName} as version`, 'version.id', `byline.${joinColumn.name}`)
    .whereNotNull(`version.${columnOf(model, 'publishedAt')}`);
}
