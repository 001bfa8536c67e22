/** Tagging a few entries at once, and taking it back. */
import { errors } from '@strapi/utils';

import { MOST_ENTRIES, type EntryRef } from '../../../../contracts/tag-change';
import type { TagEntriesBody, TaggedEntries, Undone } from '../../../../contracts/tagging-queue';
import { getService } from '../../services';
import {
  inTransaction,
  isLocalized,
  lockOwnRecord,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { changeInIds, keptChange } from '../change';
import {
  findRun,
  insertRun,
  lockChanges,
  newRun,
  writeChanges,
  type ChangeRow,
} from '../run-ledger';
import { tagDocuments, type By, type Outcome } from '../tag-documents';
import { lockRows } from '../tag-links';
import { untagDocuments } from '../untag-documents';

/** Entries of one type. */
interface OfType<Entry> {
  type: ContentTypeSchema;
  entries: Entry[];
}

/**
 * Tags entries in one transaction, together with what is needed to undo it.
 * @throws {ValidationError} naming a type, stage, persona or rep that the site does not have.
 */
export async function tagEntries(
  strapi: Strapi,
  by: By,
  { entries, change: named, versions }: TagEntriesBody
): Promise<TaggedEntries> {
  const byType = await groupedByType(strapi, entries);
  const kept = await keptChange(strapi, named);
  const change = await changeInIds(strapi, kept);
  return inTransaction(strapi, async (trx) => {
    await lockAll(strapi, trx, byType);
    const outcomes: Outcome[] = [];
    for (const { type, entries: some } of byType) {
      outcomes.push(...(await tagDocuments(strapi, trx, by, type, some, { change, versions })));
    }
    const changed = outcomes.filter(({ state }) => state === 'changed');
    if (changed.length === 0) return answer(null, outcomes);
    const run = await insertRun(strapi, {
      ...newRun(by.user, {
        ...{ kind: 'entries', state: 'done', versions },
        ...{ question: { filter: {}, change: named }, change: kept },
      }),
      finishedAt: new Date(),
    });
    await writeChanges(strapi, trx, run.id, changed.map(asRow));
    return answer(run.id, outcomes);
  });
}

/** @throws {ValidationError} naming a type that is not tagged. */
async function groupedByType(
  strapi: Strapi,
  entries: EntryRef[]
): Promise<OfType<Omit<EntryRef, 'type'>>[]> {
  const tagging = getService(strapi, 'tagging');
  const [first] = await siteLocales(strapi);
  const uids = [...new Set(entries.map(({ type }) => type))].sort();
  return uids.map((uid) => {
    const type = tagging.taggedType(uid);
    const localeOf = (locale: string | null) =>
      isLocalized(type) ? (locale ?? first?.code ?? null) : null;
    return {
      type,
      entries: entries
        .filter((entry) => entry.type === uid)
        .map(({ documentId, locale }) => ({ documentId, locale: localeOf(locale) })),
    };
  });
}

async function lockAll(
  strapi: Strapi,
  trx: Trx,
  byType: OfType<{ documentId: string }>[]
): Promise<void> {
  if (byType.length < 2) return;
  // In the order in which every save takes the two.
  await lockOwnRecord(strapi, trx, 'share');
  const names = getService(strapi, 'tagging').fieldNames();
  for (const { type, entries } of byType) {
    const documentIds = entries.map(({ documentId }) => documentId);
    await lockRows(strapi, trx, tablesOf(strapi, type, names), documentIds);
  }
}

const asRow = ({ type, documentId, locale, state, problem, changes }: Outcome) => ({
  ...{ type, document: documentId, in_locale: locale },
  ...{ state, problem, changes },
});

function answer(run: number | null, outcomes: Outcome[]): TaggedEntries {
  const told: TaggedEntries = { run, entries: [], failed: [] };
  for (const { type, documentId, locale, state, problem, draftOnly, changes } of outcomes) {
    const entry = { type, documentId, locale };
    if (state === 'failed') {
      told.failed.push({ ...entry, problem: problem ?? 'database' });
    } else {
      const isLive = changes.some(({ version }) => version === 'published');
      const versions = changes.length === 0 ? null : isLive ? 'both' : 'draft';
      told.entries.push({ ...entry, state, versions, draftOnly });
    }
  }
  return told;
}

/**
 * Brings back what a run of the queue changed, where nobody has changed it since.
 * @throws {NotFoundError} when there is no such run; {ValidationError} when it is one of bulk tagging.
 */
export async function undoEntries(strapi: Strapi, by: By, id: number): Promise<Undone> {
  const run = await findRun(strapi, { id });
  if (!run) throw new errors.NotFoundError('There is no such run of tagging.');
  if (run.kind !== 'entries') {
    throw new errors.ValidationError('run: is one of bulk tagging, which has an undo of its own.');
  }
  return inTransaction(strapi, async (trx) => {
    const wanted = { state: 'changed', after: 0, limit: MOST_ENTRIES } as const;
    const rows = await lockChanges(strapi, trx, id, wanted);
    const byType = rowsByType(strapi, rows);
    await lockAll(strapi, trx, byType);
    const told: Undone = { undone: [], left: [] };
    for (const { type, entries } of byType) {
      const problems = await untagDocuments(strapi, trx, by, type, entries);
      for (const [index, { row }] of entries.entries()) {
        const problem = problems[index] ?? null;
        const entry = { type: row.type, documentId: row.document, locale: row.in_locale };
        row.state = problem ? 'left' : 'undone';
        row.problem = problem;
        if (problem) told.left.push({ ...entry, problem });
        else told.undone.push(entry);
      }
    }
    await writeChanges(strapi, trx, id, rows);
    return told;
  });
}

/** Types that are no longer tagged are left out. */
function rowsByType(strapi: Strapi, rows: ChangeRow[]) {
  const tagging = getService(strapi, 'tagging');
  return tagging
    .taggedTypes()
    .map((type) => ({
      type,
      entries: rows
        .filter((row) => row.type === type.uid)
        .map((row) => ({
          ...{ documentId: row.document, locale: row.in_locale },
          ...{ changes: row.changes, row },
        })),
    }))
    .filter(({ entries }) => entries.length > 0);
}
