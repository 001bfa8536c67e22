/**
 * The consent invariant: no `contributors` row of any type, draft or published, in any locale,
 * points at a rep who did not consent to a byline or is not active. Sanitizing answers would not
 * be enough, since filters, populate and GraphQL all read the rows themselves.
 */
import { errors } from '@strapi/utils';

import { inChunks } from '../chunks';
import { EVENTS, REP_UID } from '../constants';
import { getService } from '../services';
import {
  afterCommit,
  answeredBy,
  columnOf,
  inTransaction,
  lockOwnRecord,
  modelOf,
  tableIn,
  type Strapi,
  type Trx,
} from '../strapi';
import type { LinkTable } from '../tagging/link-tables';

interface DocumentCall {
  uid: string;
  action: string;
  params: { documentId?: string };
}

interface Byline {
  uid: string;
  documentId: string;
}

interface RepRow {
  id: number;
  documentId: string;
  slug: string;
  displayName: string;
  bylineConsent: boolean | number | null;
  active: boolean | number | null;
}

/** Actions with which a person names contributors: they are told, not corrected. */
const NAMING_ACTIONS = ['create', 'update'];
/** Actions that copy what was named before: what no longer holds is left out. */
const COPYING_ACTIONS = ['publish', 'unpublish', 'discardDraft', 'clone'];

/** Checks every save and copy of a document that can have a byline. */
export function guardConsent(strapi: Strapi): void {
  strapi.documents.use(async (context, next) => {
    const call = context as DocumentCall;
    const naming = NAMING_ACTIONS.includes(call.action);
    if (!naming && !COPYING_ACTIONS.includes(call.action)) return next();
    const links = bylineTables(strapi).filter(({ uid }) => uid === call.uid);
    if (links.length === 0) return next();

    return inTransaction(strapi, async (trx) => {
      // Saves go side by side; a withdrawal waits for them, and they for it.
      await lockOwnRecord(strapi, trx, 'share');
      const result = await next();
      const documentId = documentIdOf(result) ?? call.params.documentId;
      if (documentId === undefined) return result;
      const reps = await withoutConsent(strapi, trx, links, documentId);
      if (reps.length === 0) return result;
      if (naming && !isRestore(strapi)) throw refusal(reps);
      await strip(strapi, trx, links, reps, documentId);
      const names = reps.map(({ displayName }) => displayName).join(', ');
      strapi.log.warn(
        `Buyer Journey: left ${names} out of the byline of ${call.uid} ${documentId}, for want of consent.`
      );
      return result;
    });
  });
}

/** Takes bylines away as soon as a rep withdraws consent or is no longer active. */
export function guardRepChanges(strapi: Strapi): void {
  // Before the rep's own row is locked: whoever saves a byline takes the two in this order as well.
  const lock = () => inTransaction(strapi, (trx) => lockOwnRecord(strapi, trx, 'update'));
  const withdraw = () => withdrawBylines(strapi);
  strapi.db.lifecycles.subscribe({
    models: [REP_UID],
    beforeUpdate: lock,
    beforeUpdateMany: lock,
    afterUpdate: withdraw,
    afterUpdateMany: withdraw,
  });
}

/**
 * Takes every byline away that lacks consent, in one transaction, and sends one event that names
 * the documents. Called when a rep changes, and at boot, since an import writes past all checks.
 */
export async function withdrawBylines(strapi: Strapi): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await lockOwnRecord(strapi, trx, 'update');
    const links = bylineTables(strapi);
    const reps = await repsWhere(strapi, trx, (rep) => !mayHaveByline(rep));
    if (reps.length === 0) return;
    const documents: Byline[] = [];
    for (const link of links) {
      documents.push(...(await bylinesOf(strapi, trx, link, reps)));
    }
    if (documents.length === 0) return;
    await strip(strapi, trx, links, reps);
    strapi.log.info(`Buyer Journey: bylines taken off ${documents.length} documents.`);
    await afterCommit(strapi, () => {
      void strapi.eventHub.emit(EVENTS.consentWithdrawn, {
        reps: reps.map(({ documentId, slug }) => ({ documentId, slug })),
        documents,
      });
    });
  });
}

function bylineTables(strapi: Strapi): LinkTable[] {
  return getService(strapi, 'tagging')
    .linkTables()
    .filter(({ tag }) => tag === 'contributors');
}

/** Whether the rep may be named on content. */
export function mayHaveByline({
  bylineConsent,
  active,
}: Pick<RepRow, 'bylineConsent' | 'active'>): boolean {
  return Boolean(bylineConsent) && Boolean(active);
}

/**
 * Those of the reps who may not be named on content. Holds back whoever withdraws consent until the transaction ends: to be
 * asked before the rows of entries are locked, as every save does.
 * @param ids row ids of reps.
 */
export async function unconsentedReps(
  strapi: Strapi,
  trx: Trx,
  ids: number[]
): Promise<{ id: number; displayName: string }[]> {
  await lockOwnRecord(strapi, trx, 'share');
  return repsWhere(strapi, trx, (rep) => !mayHaveByline(rep), ids);
}

/** Contributors of a document, in any of its versions, who lack consent. */
async function withoutConsent(
  strapi: Strapi,
  trx: Trx,
  links: LinkTable[],
  documentId: string
): Promise<RepRow[]> {
  const ids = new Set<number>();
  for (const link of links) {
    const rows = await tableIn(strapi, trx, `${link.table} as link`)
      .join(`${link.ownerTable} as owner`, 'owner.id', `link.${link.ownerColumn}`)
      .where('owner.document_id', documentId)
      .distinct({ id: `link.${link.targetColumn}` });
    for (const { id } of rows as { id: number }[]) ids.add(id);
  }
  if (ids.size === 0) return [];
  return repsWhere(strapi, trx, (rep) => !mayHaveByline(rep), [...ids]);
}

/**
 * Reps that fit. Those asked for by id are locked until the transaction ends: consent withdrawn at
 * the same moment waits, and then sees the byline that is being written.
 */
async function repsWhere(
  strapi: Strapi,
  trx: Trx,
  condition: (rep: RepRow) => boolean,
  ids?: number[]
): Promise<RepRow[]> {
  const model = modelOf(strapi, REP_UID);
  if (!model) return [];
  const columns = Object.fromEntries(
    ['id', 'documentId', 'slug', 'displayName', 'bylineConsent', 'active'].map((attribute) => [
      attribute,
      columnOf(model, attribute),
    ])
  );
  const query = tableIn(strapi, trx, model.tableName).select(columns);
  const reps = (await (ids ? query.whereIn('id', ids).forShare() : query)) as RepRow[];
  return reps.filter(condition);
}

/**
 * Documents of a type with a byline of one of the reps. Links and owners are read under a lock: MariaDB
 * would otherwise answer from before the rep was changed, and miss what was saved in between.
 */
async function bylinesOf(
  strapi: Strapi,
  trx: Trx,
  link: LinkTable,
  reps: RepRow[]
): Promise<Byline[]> {
  const links = await tableIn(strapi, trx, link.table)
    .whereIn(
      link.targetColumn,
      reps.map(({ id }) => id)
    )
    .forShare()
    .select<{ owner: number }[]>({ owner: link.ownerColumn });
  const owners = [...new Set(links.map(({ owner }) => owner))];
  const documentIds = new Set<string>();
  await inChunks(owners, async (some) => {
    const rows: { documentId: string }[] = await tableIn(strapi, trx, link.ownerTable)
      .whereIn('id', some)
      .forShare()
      .select({ documentId: 'document_id' });
    for (const { documentId } of rows) documentIds.add(documentId);
  });
  return [...documentIds].map((documentId) => ({ uid: link.uid, documentId }));
}

/** Deletes the rows themselves, on one document or everywhere. */
async function strip(
  strapi: Strapi,
  trx: Trx,
  links: LinkTable[],
  reps: RepRow[],
  documentId?: string
): Promise<void> {
  for (const link of links) {
    const rows = tableIn(strapi, trx, link.table).whereIn(
      link.targetColumn,
      reps.map(({ id }) => id)
    );
    if (documentId !== undefined) {
      rows.whereIn(
        link.ownerColumn,
        tableIn(strapi, trx, link.ownerTable).where('document_id', documentId).select('id')
      );
    }
    await rows.delete();
  }
}

/** What a person is told who names reps without consent. */
export function refusal(reps: Pick<RepRow, 'displayName'>[]): Error {
  const names = reps.map(({ displayName }) => `“${displayName}”`).join(', ');
  return new errors.ValidationError(
    `${names} cannot be named as contributor: a byline needs an active rep who consented to it.`,
    {
      errors: [
        {
          path: ['contributors'],
          message: 'needs the consent of the rep',
          name: 'ValidationError',
        },
      ],
    }
  );
}

function documentIdOf(result: unknown): string | undefined {
  return (result as { documentId?: string } | null)?.documentId;
}

/** Whether an earlier version is being brought back: nobody is naming anyone anew. */
function isRestore(strapi: Strapi): boolean {
  return answeredBy(strapi) === 'history-version.restoreVersion';
}
