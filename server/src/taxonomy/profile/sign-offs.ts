/** Sign-offs: a team's owner says that the profile is right. */
import { errors } from '@strapi/utils';

import type {
  SignedField,
  SignOff,
  SignOffBody,
  Team,
} from '../../../../contracts/persona-profile';
import { adminNames } from '../../admin-users';
import { PERSONA_SIGN_OFF_UID } from '../../constants';
import { refusal } from '../../refusal';
import { rowsOf, tableIn, tableNameOf, type AdminUser, type Strapi, type Trx } from '../../strapi';
import { OWNER_OF, withPersona } from './persona-row';

/** A sign-off as it is kept; moments as the database layer tells them. */
export interface SignOffRow {
  persona: string;
  team: Team;
  at: string;
  adminUser: number;
  endedAt: string | null;
  endedBy: number | null;
  changedFields: SignedField[] | null;
}

const table = (strapi: Strapi, trx: Trx) =>
  tableIn(strapi, trx, tableNameOf(strapi, PERSONA_SIGN_OFF_UID));

/** The latest sign-off of a persona by a team; null where there never was one. */
export type SignOffOf = (persona: string, team: Team) => SignOff | null;

/** The latest sign-offs of these personas. Two statements, however many personas there are. */
export async function signOffsOf(strapi: Strapi, personas: string[]): Promise<SignOffOf> {
  const rows = await rowsOf<SignOffRow>(strapi, PERSONA_SIGN_OFF_UID).findMany({
    where: { persona: { $in: personas } },
  });
  const names = await adminNames(
    strapi,
    rows.flatMap(({ adminUser, endedBy }) => [adminUser, endedBy])
  );
  const keyOf = (persona: string, team: Team) => `${team} ${persona}`;
  const byKey = new Map(
    rows.map((row) => [
      keyOf(row.persona, row.team),
      {
        at: isoOf(row.at),
        by: names.get(row.adminUser) ?? null,
        ended:
          row.endedAt === null
            ? null
            : {
                at: isoOf(row.endedAt),
                by: names.get(row.endedBy) ?? null,
                fields: row.changedFields,
              },
      },
    ])
  );
  return (persona, team) => byKey.get(keyOf(persona, team)) ?? null;
}

const FIELDS = ['persona', 'team', 'at', 'adminUser', 'endedAt', 'endedBy', 'changedFields'];

/** What to keep of a persona's sign-offs in order to give them back. */
export const signOffRows = (strapi: Strapi, persona: string): Promise<SignOffRow[]> =>
  rowsOf<SignOffRow>(strapi, PERSONA_SIGN_OFF_UID).findMany({ select: FIELDS, where: { persona } });

/** Gives them back to a persona that has none. */
export async function giveBackSignOffs(strapi: Strapi, kept: SignOffRow[]): Promise<void> {
  for (const data of kept) await rowsOf(strapi, PERSONA_SIGN_OFF_UID).create({ data });
}

/** A stored moment as it is told. */
const isoOf = (at: string) => new Date(at).toISOString();

/**
 * The owner of a team signs off what they have read; signing again renews the date.
 * @throws {ForbiddenError} for who is not that team's owner.
 * @throws {Conflict} when the persona was changed since it was read.
 */
export function signOff(
  strapi: Strapi,
  user: AdminUser,
  documentId: string,
  { team, revision }: SignOffBody
): Promise<void> {
  return withPersona(strapi, documentId, revision, async (persona, trx) => {
    if (persona[OWNER_OF[team]]?.id !== user.id) {
      throw new errors.ForbiddenError(`Only the persona’s owner in ${team} can sign it off.`);
    }
    await table(strapi, trx).where({ persona: documentId, team }).delete();
    const data = { persona: documentId, team, at: new Date(), adminUser: user.id };
    await rowsOf(strapi, PERSONA_SIGN_OFF_UID).create({ data });
  });
}

/**
 * The owner of a team, or who signed, takes a sign-off back.
 * @throws {ForbiddenError} for everybody else.
 * @throws {ValidationError} naming `team` when it has not signed off, or that is over.
 */
export function withdrawSignOff(
  strapi: Strapi,
  user: AdminUser,
  documentId: string,
  team: Team
): Promise<void> {
  return withPersona(strapi, documentId, null, async (persona, trx) => {
    const current = await table(strapi, trx)
      .where({ persona: documentId, team })
      .whereNull('ended_at')
      .first<{ adminUser: number } | undefined>({ adminUser: 'admin_user' });
    if (!current) throw refusal('team', `${team} has not signed off, or no longer`);
    if (persona[OWNER_OF[team]]?.id !== user.id && current.adminUser !== user.id) {
      throw new errors.ForbiddenError(
        `Only the persona’s owner in ${team}, or who signed it off, can withdraw that.`
      );
    }
    await endSignOffs(strapi, trx, [documentId], { by: user.id, fields: null }, team);
  });
}

/**
 * Ends the sign-offs of personas that still hold, of both teams or of one.
 * @param ended who did it, if anybody, and the fields that were changed; no fields for a withdrawal.
 */
export async function endSignOffs(
  strapi: Strapi,
  trx: Trx,
  personas: string[],
  { by, fields }: { by: number | null; fields: SignedField[] | null },
  team?: Team
): Promise<void> {
  const holding = table(strapi, trx).whereIn('persona', personas).whereNull('ended_at');
  if (team !== undefined) holding.where({ team });
  await holding.update({
    ended_at: new Date(),
    ended_by: by,
    changed_fields: fields && JSON.stringify(fields),
  });
}
