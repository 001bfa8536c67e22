/** Documents that could answer an item, found by words of their titles. */
import type { Answerable } from '../../../../contracts/sales-sourced/answers';
import { mainFieldOf } from '../../main-field';
import { readAccess, type Ability } from '../../read-access';
import { getService } from '../../services';
import {
  columnOf,
  inTransaction,
  modelOf,
  tableIn,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';
import { whereWords } from '../../words';
import { standingsOf } from './linked';

const PER_TYPE = 10;
/** Attributes whose column can be searched by words. */
const TEXTS = ['string', 'text', 'richtext', 'uid', 'email', 'enumeration'];

/** The latest documents that fit, of the types that the user may read; a few statements per type. */
export async function answerableDocuments(
  strapi: Strapi,
  ability: Ability,
  search: string | undefined
): Promise<Answerable[]> {
  const found: Answerable[] = [];
  for (const type of getService(strapi, 'tagging').taggedTypes()) {
    const ids = await matching(strapi, type, ability, search);
    if (ids.length === 0) continue;
    const standings = await standingsOf(strapi, type, ids, ability);
    for (const documentId of ids) {
      const standing = standings.get(documentId);
      if (!standing?.readable) continue;
      const { title, live } = standing;
      found.push({ type: type.uid, typeName: type.info.displayName, documentId, title, live });
    }
  }
  return found;
}

async function matching(
  strapi: Strapi,
  type: ContentTypeSchema,
  ability: Ability,
  search: string | undefined
): Promise<string[]> {
  const access = await readAccess(strapi, type, ability);
  const model = modelOf(strapi, type.uid);
  if (!access.mayRead || !model) return [];
  const mainField = await mainFieldOf(strapi, type);
  const isText = TEXTS.includes(model.attributes[mainField]?.type ?? '');
  if (search && !isText) return [];
  const permitted = access.permittedRows();
  const rows = await inTransaction(strapi, async (trx) => {
    const versions = tableIn(strapi, trx, `${model.tableName} as version`);
    if (search) whereWords(strapi, versions, `version.${columnOf(model, mainField)}`, search);
    if (permitted) versions.whereIn('version.id', permitted);
    const found: { documentId: string }[] = await versions
      .groupBy('version.document_id')
      .orderByRaw('max(??) desc', ['version.id'])
      .limit(PER_TYPE)
      .select({ documentId: 'version.document_id' });
    return found;
  });
  return rows.map(({ documentId }) => documentId);
}
