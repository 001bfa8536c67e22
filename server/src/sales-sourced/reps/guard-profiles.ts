/** What holds for profiles whichever way they are written: what is merged or erased stays so. */
import { errors } from '@strapi/utils';

import { REP_UID } from '../../constants';
import { rowsOf, type Strapi } from '../../strapi';

interface UpdateEvent {
  params: { where?: object; data?: { active?: unknown } };
}

/** Refuses to activate a merged or erased profile, in the Content Manager too. */
export function guardProfiles(strapi: Strapi): void {
  const refuse = async ({ params: { where = {}, data } }: UpdateEvent) => {
    if (data?.active !== true) return;
    const gone = { $or: [{ erased: true }, { mergedInto: { $notNull: true } }] };
    const count = await rowsOf(strapi, REP_UID).count({ where: { $and: [where, gone] } });
    if (count === 0) return;
    const message = 'a profile that was merged or erased cannot be activated';
    throw new errors.ValidationError(`active: ${message}.`, {
      errors: [{ path: ['active'], message, name: 'ValidationError' }],
    });
  };
  strapi.db.lifecycles.subscribe({
    models: [REP_UID],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
  });
}
