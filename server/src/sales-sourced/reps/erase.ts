/** Forgetting a person: what they brought in stays, who they were goes. */
import { randomBytes } from 'node:crypto';

import { REP_UID } from '../../constants';
import { documentsOf, oneAtATime, rowsOf, type Strapi } from '../../strapi';
import { profileOf } from './profile';

/** What an erased profile is called. */
export const ERASED_NAME = 'Former colleague';

/**
 * Takes all personal data off a profile, and off those that were merged into it. Its bylines go at
 * once; items, echoes and figures stay. It cannot be undone.
 * @throws {NotFoundError} when there is no such rep.
 */
export function eraseRep(strapi: Strapi, documentId: string): Promise<void> {
  return oneAtATime(strapi, async () => {
    await profileOf(strapi, documentId);
    const merged = await rowsOf<{ documentId: string }>(strapi, REP_UID).findMany({
      select: ['documentId'],
      where: { mergedInto: documentId },
    });
    for (const profile of [{ documentId }, ...merged]) {
      await documentsOf(strapi, REP_UID).update({
        documentId: profile.documentId,
        data: {
          displayName: ERASED_NAME,
          // Nothing of the name, and no number that tells how many have left.
          slug: `former-colleague-${randomBytes(8).toString('hex')}`,
          ...{ email: null, adminUser: null, jobTitle: null, bio: null, photo: null },
          ...{ bylineConsent: false, active: false, erased: true },
        },
      });
    }
  });
}
