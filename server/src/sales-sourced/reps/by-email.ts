/** Reps by the e-mail address that a tool or the admin knows. */
import { REP_UID } from '../../constants';
import { rowsOf, type Strapi } from '../../strapi';

export interface AddressedRep {
  id: number;
  documentId: string;
  email: string | null;
  active: boolean;
  confirmed: boolean;
  mergedInto: string | null;
  adminUser: { id: number; email: string } | null;
}

/**
 * Profiles that carry the address, or whose admin user does; those in use before the others. Compared
 * here as well: some databases take accented letters for plain ones.
 */
export async function repsByEmail(strapi: Strapi, email: string): Promise<AddressedRep[]> {
  const reps = await rowsOf<AddressedRep>(strapi, REP_UID).findMany({
    select: ['id', 'documentId', 'email', 'active', 'confirmed', 'mergedInto'],
    where: { $or: [{ email: { $eqi: email } }, { adminUser: { email: { $eqi: email } } }] },
    populate: { adminUser: { select: ['id', 'email'] } },
    orderBy: { id: 'asc' },
  });
  const isSame = (other: string | null | undefined) => other?.toLowerCase() === email.toLowerCase();
  return reps
    .filter((rep) => isSame(rep.email) || isSame(rep.adminUser?.email))
    .sort((a, b) => Number(b.active) - Number(a.active));
}
