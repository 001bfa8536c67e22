/** Profiles of personas, which sales and marketing own together. */
import {
  EVIDENCE_PER_PAGE,
  PRIVATE_TEXTS,
  TEAMS,
  type EditProfileBody,
  type EvidenceBody,
  type EvidenceQuery,
  type PersonaProfile,
  type PersonaSummary,
  type SignOffBody,
  type Team,
  type TeamStanding,
} from '../../../../contracts/persona-profile';
import { activeAdmins, isActiveAdmin, nameOfUser } from '../../admin-users';
import { PERSONA_UID } from '../../constants';
import { refusal } from '../../refusal';
import { documentsOf, type AdminUser, type Strapi } from '../../strapi';
import {
  addEvidence,
  countEvidence,
  evidencePage,
  withdrawEvidence,
  type Reader,
} from './evidence';
import { OWNER_OF, personaRow, personaRows, revisionOf, withPersona } from './persona-row';
import type { PersonaRow } from './persona-row';
import { signOff, signOffsOf, withdrawSignOff } from './sign-offs';

export function personaProfileService({ strapi }: { strapi: Strapi }) {
  return {
    /** All personas in order, each with how it stands. A fixed number of statements. */
    list: async (): Promise<PersonaSummary[]> => summaries(strapi, await personaRows(strapi)),

    /** @throws {NotFoundError} when there is no such persona. */
    async profile(documentId: string, reader: Reader): Promise<PersonaProfile> {
      const row = await personaRow(strapi, documentId);
      const [summary] = await summaries(strapi, [row]);
      const firstPage = { page: 1, pageSize: EVIDENCE_PER_PAGE };
      return {
        ...(summary as PersonaSummary),
        ...privateTexts(row),
        evidence: await evidencePage(strapi, documentId, firstPage, reader),
        revision: revisionOf(row),
      };
    },

    edit: (user: AdminUser, documentId: string, body: EditProfileBody) =>
      editProfile(strapi, user, documentId, body),

    signOff: (user: AdminUser, documentId: string, body: SignOffBody) =>
      signOff(strapi, user, documentId, body),
    withdrawSignOff: (user: AdminUser, documentId: string, team: Team) =>
      withdrawSignOff(strapi, user, documentId, team),

    evidence: (documentId: string, page: EvidenceQuery, reader: Reader) =>
      evidencePage(strapi, documentId, page, reader),
    addEvidence: (reader: Reader, documentId: string, body: EvidenceBody) =>
      addEvidence(strapi, reader, documentId, body),
    withdrawEvidence: (reader: Reader, documentId: string, id: number) =>
      withdrawEvidence(strapi, reader, documentId, id),
    /** Admin users who may own a persona. */
    possibleOwners: () => activeAdmins(strapi),
  };
}

async function summaries(strapi: Strapi, rows: PersonaRow[]): Promise<PersonaSummary[]> {
  const signOffOf = await signOffsOf(
    strapi,
    rows.map(({ documentId }) => documentId)
  );
  const counts = await countEvidence(strapi);
  return rows.map((row) => {
    const { documentId, slug, name, buyingRole, description } = row;
    const standing = (team: Team): TeamStanding => {
      const owner = row[OWNER_OF[team]];
      return {
        owner: owner && { id: owner.id, name: nameOfUser(owner) },
        signOff: signOffOf(documentId, team),
      };
    };
    return {
      ...{ documentId, slug, name, buyingRole, description, retired: Boolean(row.retired) },
      ...{ sales: standing('sales'), marketing: standing('marketing') },
      evidenceCount: counts.get(documentId) ?? 0,
    };
  });
}

function privateTexts({ goals, pains, triggers, objections }: PersonaRow) {
  return { goals, pains, triggers, objections } satisfies Record<
    (typeof PRIVATE_TEXTS)[number],
    unknown
  >;
}

/**
 * Changes what is named and nothing else.
 * @throws {Conflict} when the persona was changed since.
 * @throws {ValidationError} naming an owner who is no active admin user.
 */
function editProfile(
  strapi: Strapi,
  user: AdminUser,
  documentId: string,
  { revision, ...data }: EditProfileBody
): Promise<void> {
  return withPersona(strapi, documentId, revision, async () => {
    for (const team of TEAMS) {
      const owner = data[OWNER_OF[team]];
      if (owner && !(await isActiveAdmin(strapi, owner))) {
        throw refusal(OWNER_OF[team], 'there is no such user');
      }
    }
    const change = { ...data, updatedBy: user.id };
    await documentsOf(strapi, PERSONA_UID).update({ documentId, data: change });
  });
}
