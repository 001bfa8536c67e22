import { personaProfileData, type PersonaProfileData } from './data-shapes';
import { readList } from './data';
import { daysAgo, documentsOf, rowsOf, type Strapi } from './documents';
import { eachWithProgress } from './report';
import { idOf, type BySlug } from './taxonomy';

const PERSONA_UID = 'plugin::buyer-journey.persona';
const ITEM_UID = 'plugin::buyer-journey.sales-sourced';
const SIGN_OFF_UID = 'plugin::buyer-journey.persona-sign-off';
const EVIDENCE_UID = 'plugin::buyer-journey.persona-evidence';

/** Gives personas their owners, sign-offs and evidence, dated as a story of the last weeks. */
export async function seedProfiles(strapi: Strapi, personas: BySlug): Promise<void> {
  const profiles = readList('persona-profiles.json', personaProfileData);
  await eachWithProgress('Persona profiles', profiles, async (profile) => {
    const persona = idOf(personas, profile.persona);
    const owners = {
      salesOwner: await userOrNull(strapi, profile.salesOwner),
      marketingOwner: await userOrNull(strapi, profile.marketingOwner),
    };
    await documentsOf(strapi, PERSONA_UID).update({ documentId: persona, data: owners });
    await seedSignOffs(strapi, persona, profile.signOffs);
    await seedEvidence(strapi, persona, profile.evidence);
  });
}

async function seedSignOffs(
  strapi: Strapi,
  persona: string,
  signOffs: PersonaProfileData['signOffs']
): Promise<void> {
  for (const { team, by, daysAgo: days, cleared } of signOffs) {
    const ended = cleared && {
      endedAt: daysAgo(cleared.daysAgo),
      endedBy: await userOrNull(strapi, cleared.by),
      changedFields: cleared.fields,
    };
    const adminUser = await userOrNull(strapi, by);
    const data = { persona, team, adminUser, at: daysAgo(days), ...ended };
    await rowsOf(strapi, SIGN_OFF_UID).create({ data });
  }
}

async function seedEvidence(
  strapi: Strapi,
  persona: string,
  evidence: PersonaProfileData['evidence']
): Promise<void> {
  for (const { team, author, daysAgo: days, note, item } of evidence) {
    const said =
      item === null
        ? null
        : await documentsOf(strapi, ITEM_UID).findFirst({ filters: { slug: item } });
    if (item !== null && said === null) {
      throw new Error(`The demo data name "${item}", which does not exist.`);
    }
    const data = {
      ...{ persona, team, note, item: said?.documentId ?? null },
      ...{ author: await userOrNull(strapi, author), at: daysAgo(days) },
    };
    await rowsOf(strapi, EVIDENCE_UID).create({ data });
  }
}

/** Row id of an admin user; null for nobody. */
async function userOrNull(strapi: Strapi, email: string | null): Promise<number | null> {
  if (email === null) return null;
  const user = await rowsOf(strapi, 'admin::user').findOne({ where: { email } });
  if (!user) throw new Error(`The demo data name "${email}", who does not exist.`);
  return user.id;
}
