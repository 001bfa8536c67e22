/**
 * What holds for personas whichever way they are written, the Content Manager and the site's own code
 * included: a change of what was signed off ends the sign-off, and the ledgers go with their persona.
 */
import { inChunks } from '../../chunks';
import { PERSONA_EVIDENCE_UID, PERSONA_SIGN_OFF_UID, PERSONA_UID } from '../../constants';
import { SIGNED_FIELDS, type SignedField } from '../../../../contracts/persona-profile';
import {
  columnOf,
  inTransaction,
  modelOf,
  rowsOf,
  signedInAdmin,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { endSignOffs } from './sign-offs';

type Texts = Partial<Record<SignedField, unknown>>;

interface PersonaEvent {
  params: { where?: object; data?: Texts };
  /** Kept by Strapi from before a change until after it. */
  state: { personas?: string[] };
}

/** Registers the subscriber: it sees every write but raw SQL and imports, which bring the ledgers along. */
export function guardSignOffs(strapi: Strapi): void {
  // Before the write: where nobody opened a transaction, a sign-off may end for nothing, but never
  // stays on what nobody signed.
  const clear = (event: PersonaEvent) => clearChanged(strapi, event);
  const remember = async ({ params: { where = {} }, state }: PersonaEvent) => {
    state.personas = (await matching(strapi, where)).map(({ documentId }) => documentId);
  };
  const forget = ({ state }: PersonaEvent) => forgetPersonas(strapi, state.personas ?? []);
  strapi.db.lifecycles.subscribe({
    models: [PERSONA_UID],
    beforeUpdate: clear,
    beforeUpdateMany: clear,
    beforeDelete: remember,
    beforeDeleteMany: remember,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
}

function matching(strapi: Strapi, where: object): Promise<{ id: number; documentId: string }[]> {
  return rowsOf<{ id: number; documentId: string }>(strapi, PERSONA_UID).findMany({
    select: ['id', 'documentId'],
    where,
  });
}

async function clearChanged(
  strapi: Strapi,
  { params: { where = {}, data = {} } }: PersonaEvent
): Promise<void> {
  const given = SIGNED_FIELDS.filter((field) => data[field] !== undefined);
  if (given.length === 0) return;
  await inTransaction(strapi, async (trx) => {
    const ids = (await matching(strapi, where)).map(({ id }) => id);
    const changes = new Map<string, { fields: SignedField[]; personas: string[] }>();
    for (const { documentId, ...stored } of await lockedTexts(strapi, trx, ids)) {
      const fields = given.filter((field) => (stored[field] ?? '') !== (data[field] ?? ''));
      if (fields.length === 0) continue;
      const same = changes.get(fields.join()) ?? { fields, personas: [] };
      changes.set(fields.join(), { fields, personas: [...same.personas, documentId] });
    }
    const by = signedInAdmin(strapi)?.id ?? null;
    for (const { fields, personas } of changes.values()) {
      await endSignOffs(strapi, trx, personas, { by, fields });
    }
  });
}

/** Texts as they are now, kept so until the transaction ends: who signs off waits, and reads them anew. */
async function lockedTexts(
  strapi: Strapi,
  trx: Trx,
  ids: number[]
): Promise<({ documentId: string } & Texts)[]> {
  const model = modelOf(strapi, PERSONA_UID);
  if (!model) return [];
  const columns = Object.fromEntries(SIGNED_FIELDS.map((field) => [field, columnOf(model, field)]));
  const texts: ({ documentId: string } & Texts)[] = [];
  await inChunks(ids, async (some) => {
    const found: ({ documentId: string } & Texts)[] = await tableIn(strapi, trx, model.tableName)
      .whereIn('id', some)
      .forUpdate()
      .select({ documentId: 'document_id', ...columns });
    texts.push(...found);
  });
  return texts;
}

async function forgetPersonas(strapi: Strapi, personas: string[]): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    for (const uid of [PERSONA_EVIDENCE_UID, PERSONA_SIGN_OFF_UID]) {
      await inChunks(personas, async (some) => {
        await tableIn(strapi, trx, tableNameOf(strapi, uid)).whereIn('persona', some).delete();
      });
    }
  });
}
