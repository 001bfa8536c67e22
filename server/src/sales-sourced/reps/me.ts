/** The signed-in admin user as a rep. */
import { errors } from '@strapi/utils';

import { REP_UID } from '../../constants';
import type { MeBody, MyRep, NoRepYet } from '../../../../contracts/sales-sourced/capture';
import { freeSlug } from '../../slugs';
import {
  documentsOf,
  inTransaction,
  lockOwnRecord,
  oneAtATime,
  rowsOf,
  tableIn,
  tableNameOf,
  type AdminUser,
  type Strapi,
  type Trx,
} from '../../strapi';
import { repsByEmail, type AddressedRep } from './by-email';

export { nameOfUser } from '../../admin-users';

export interface RepRow extends MyRep {
  id: number;
  slug: string;
  email: string | null;
  confirmed: boolean;
  mergedInto: string | null;
}

/** The rep profile of an admin user, or null; of a merged one, the profile that it became part of. */
export async function repOfUser(strapi: Strapi, userId: number): Promise<RepRow | null> {
  const reps = rowsOf<RepRow>(strapi, REP_UID);
  const own = await reps.findOne({ where: { adminUser: { id: userId } } });
  if (!own?.mergedInto) return own;
  return (await reps.findOne({ where: { documentId: own.mergedInto } })) ?? own;
}

/**
 * The rep that contributes in the name of an admin user. Until the transaction under way ends, the
 * profile is neither deactivated nor merged: what is brought in meanwhile goes along.
 * @throws {ValidationError} with `details.reason` `noRep` when there is no profile yet.
 * @throws {ForbiddenError} when the profile was deactivated.
 */
export async function contributingRep(strapi: Strapi, user: AdminUser): Promise<RepRow> {
  await inTransaction(strapi, (trx) => lockOwnRecord(strapi, trx, 'share'));
  const rep = await repOfUser(strapi, user.id);
  if (!rep) {
    const details: NoRepYet = { reason: 'noRep' };
    throw new errors.ValidationError('Say under which name you contribute first.', details);
  }
  if (!rep.active) {
    throw new errors.ForbiddenError('Your profile as a rep is no longer active.');
  }
  return rep;
}

/**
 * Keeps a rep from being deactivated or merged until the transaction ends. Read under a lock, which
 * on MariaDB leaves open what the transaction sees of everything else.
 * @returns whether the rep is still active.
 */
export async function holdRep(strapi: Strapi, trx: Trx, { id }: { id: number }): Promise<boolean> {
  await lockOwnRecord(strapi, trx, 'share');
  const row = await tableIn(strapi, trx, tableNameOf(strapi, REP_UID))
    .where({ id })
    .forShare()
    .first<{ active: boolean | number } | undefined>('active');
  return Boolean(row?.active);
}

/**
 * Makes or changes the profile of an admin user. A profile that a tool made for the same e-mail address
 * becomes theirs.
 */
export async function saveMe(strapi: Strapi, user: AdminUser, body: MeBody): Promise<MyRep> {
  return oneAtATime(strapi, async () => {
    const documents = documentsOf<RepRow>(strapi, REP_UID);
    const data = { ...body, jobTitle: body.jobTitle ?? null, confirmed: true };
    const own = await repOfUser(strapi, user.id);
    if (own) return toMyRep(await documents.update({ documentId: own.documentId, data }));
    const unclaimed = await unclaimedRep(strapi, user);
    if (unclaimed) {
      const { documentId, confirmed } = unclaimed;
      // One that a tool made was never public: it gets a slug that says whose it is.
      const slug = confirmed ? {} : { slug: await slugOfRep(strapi, body.displayName) };
      const claimed = { ...data, ...slug, adminUser: user.id };
      return toMyRep(await documents.update({ documentId, data: claimed }));
    }
    const slug = await slugOfRep(strapi, body.displayName);
    const created = { ...data, slug, email: user.email, adminUser: user.id, active: true };
    return toMyRep(await documents.create({ data: created }));
  });
}

/** The profile in use that carries the user's address and belongs to nobody. */
async function unclaimedRep(
  strapi: Strapi,
  { email }: AdminUser
): Promise<AddressedRep | undefined> {
  const reps = await repsByEmail(strapi, email);
  return reps.find(({ adminUser, active }) => adminUser === null && active);
}

/** A slug that no rep has yet. */
function slugOfRep(strapi: Strapi, displayName: string): Promise<string> {
  return freeSlug(strapi, REP_UID, 'slug', { displayName });
}

export function toMyRep({
  documentId,
  displayName,
  jobTitle,
  bylineConsent,
  active,
}: RepRow): MyRep {
  return { documentId, displayName, jobTitle, bylineConsent, active };
}
