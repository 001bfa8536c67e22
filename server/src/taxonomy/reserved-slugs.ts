/** Slugs that mean something else in queries, and the shape that slugs must have to stand in a URL. */
import { errors } from '@strapi/utils';

import { EVERYONE, NO_STAGE } from '../../../contracts/coverage';
import { PERSONA_UID, STAGE_UID } from '../constants';
import type { Strapi } from '../strapi';

const RESERVED: Record<string, string> = { [STAGE_UID]: NO_STAGE, [PERSONA_UID]: EVERYONE };

interface SaveEvent {
  model: { uid: string };
  params: { data?: { slug?: unknown } | { slug?: unknown }[] };
}

/** Refuses a stage called `none`, a persona called `everyone`, and slugs with a comma. */
export function reserveSlugs(strapi: Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: Object.keys(RESERVED),
    beforeCreate: refuseReserved,
    beforeCreateMany: refuseReserved,
    beforeUpdate: refuseReserved,
    beforeUpdateMany: refuseReserved,
  });
}

function refuseReserved({ model, params }: SaveEvent): void {
  for (const { slug } of [params.data ?? []].flat()) {
    if (typeof slug !== 'string') continue;
    if (slug !== RESERVED[model.uid] && !slug.includes(',')) continue;
    throw new errors.ValidationError(
      `slug: “${slug}” has a meaning of its own in queries. Choose another one.`,
      { errors: [{ path: ['slug'], message: 'is reserved', name: 'ValidationError' }] }
    );
  }
}
