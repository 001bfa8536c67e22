/** The documents that answer an item, as the ledger has them. */
import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import type { LinkedAnswer } from '../../../../contracts/sales-sourced/detail';
import { mainFieldOf } from '../../main-field';
import { readAccess, type Ability, type ReadAccess } from '../../read-access';
import { getService } from '../../services';
import {
  hasDraftAndPublish,
  inTransaction,
  rowsOf,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';

interface AnswerRow {
  id: number;
  type: string;
  document: string;
  answeredAt: string | null;
}

interface Version {
  id: number;
  documentId: string;
  publishedAt: string | null;
  [field: string]: unknown;
}

export interface Standing {
  live: boolean;
  /** Whether the user may read a version of it. */
  readable: boolean;
  title: string | null;
}

/** Linked documents in the order they were linked; a few statements per type, none per document. */
export async function linkedAnswers(
  strapi: Strapi,
  item: string,
  ability: Ability
): Promise<LinkedAnswer[]> {
  const rows = await rowsOf<AnswerRow>(strapi, ANSWER_UID).findMany({
    where: { item, type: { $ne: SALES_SOURCED_UID } },
    orderBy: { id: 'asc' },
  });
  const answers: LinkedAnswer[] = [];
  for (const type of getService(strapi, 'tagging').taggedTypes()) {
    const ofType = rows.filter((row) => row.type === type.uid);
    if (ofType.length === 0) continue;
    const ids = ofType.map(({ document }) => document);
    const standings = await standingsOf(strapi, type, ids, ability);
    answers.push(...ofType.map((row) => describe(row, type, standings.get(row.document))));
  }
  return answers.sort((a, b) => a.id - b.id);
}

function describe(
  { id, document, answeredAt }: AnswerRow,
  { uid, kind, info }: ContentTypeSchema,
  standing: Standing | undefined
): LinkedAnswer {
  return {
    id,
    type: uid,
    typeName: info.displayName,
    kind,
    documentId: document,
    title: standing?.title ?? null,
    state: !standing ? 'gone' : standing.live ? 'live' : 'draft',
    answeredAt: answeredAt === null ? null : new Date(answeredAt).toISOString(),
  };
}

/** Whether documents are live, and what the user may read of them. */
export async function standingsOf(
  strapi: Strapi,
  type: ContentTypeSchema,
  documentIds: string[],
  ability: Ability
): Promise<Map<string, Standing>> {
  const mainField = await mainFieldOf(strapi, type);
  const versions = await rowsOf<Version>(strapi, type.uid).findMany({
    where: { documentId: { $in: documentIds } },
    orderBy: { id: 'asc' },
  });
  const titles = await titlesOf(strapi, type, mainField, versions, ability);
  const standings = new Map<string, Standing>();
  for (const { id, documentId, publishedAt } of versions) {
    const known = standings.get(documentId);
    standings.set(documentId, {
      live: known?.live === true || !hasDraftAndPublish(type) || publishedAt !== null,
      readable: known?.readable === true || titles.has(id),
      title: known?.title ?? titles.get(id) ?? null,
    });
  }
  return standings;
}

async function titlesOf(
  strapi: Strapi,
  type: ContentTypeSchema,
  mainField: string,
  versions: Version[],
  ability: Ability
): Promise<Map<number, string | null>> {
  const access = await readAccess(strapi, type, ability);
  if (!access.mayRead) return new Map();
  const ids = await permittedAmong(strapi, type, access, versions);
  const titles = new Map<number, string | null>();
  for (const version of versions) {
    if (ids && !ids.has(version.id)) continue;
    const readable = (await access.sanitize(version)) as Record<string, unknown>;
    const title = readable[mainField];
    const isText = typeof title === 'string' || typeof title === 'number';
    titles.set(version.id, isText ? String(title) : null);
  }
  return titles;
}

/** Row ids of the versions that the user's conditions allow; null where there are no conditions. */
function permittedAmong(
  strapi: Strapi,
  type: ContentTypeSchema,
  access: ReadAccess,
  versions: Version[]
): Promise<Set<number> | null> {
  return inTransaction(strapi, async (trx) => {
    const permitted = access.permittedRows();
    if (!permitted) return null;
    const rows: { id: number }[] = await tableIn(strapi, trx, tableNameOf(strapi, type.uid))
      .whereIn(
        'id',
        versions.map(({ id }) => id)
      )
      .whereIn('id', permitted)
      .select('id');
    return new Set(rows.map(({ id }) => id));
  });
}
