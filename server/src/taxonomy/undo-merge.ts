/** Taking a merge of stages or personas back, by the list that was exported before. */
import { errors } from '@strapi/utils';

import type { UndoProblems, UndoResult } from '../../../contracts/taxonomy-terms';
import { MERGED_TERM_UID } from '../constants';
import { refusal } from '../refusal';
import { getService } from '../services';
import { afterCommit, oneAtATime, rowsOf, type Strapi } from '../strapi';
import { makeAgain } from './kept-record';
import type { MergedTermData } from './merge-term';
import { recordOf } from './term-detail';
import { TERM_KINDS, termOf } from './term-kinds';
import { parseUsesCsv, UnreadableList, type UsesList } from './uses-csv';

interface MergedRow {
  id: number;
  into: string;
  data: unknown;
}

/** Problems that are told of one by one. */
const MOST_PROBLEMS = 100;

/**
 * Makes the merged term again, just as it was, and gives it back the uses of the list: all of them or none.
 * @param bytes of the list.
 * @throws {ValidationError} naming `file` when it is no such list, or of no merge; with `UndoProblems` as
 *   details when some rows have changed since.
 */
export function undoMerge(strapi: Strapi, bytes: Uint8Array): Promise<UndoResult> {
  const { kind, documentId, uses } = listIn(bytes);
  const { uid, event } = TERM_KINDS[kind];
  return oneAtATime(strapi, async (trx) => {
    const merged = await rowsOf<MergedRow>(strapi, MERGED_TERM_UID).findOne({
      where: { type: uid, term: documentId },
    });
    if (!merged)
      throw refusal('file', `the ${kind} of this list was not merged, or is back already`);
    const { record, intoSlug, memories } = recordOf(merged.data) as unknown as MergedTermData;
    const to = await rowsOf<{ id: number; documentId: string }>(strapi, uid).findOne({
      where: { documentId: merged.into },
    });
    if (!to) {
      throw refusal('file', `the ${kind} that it was merged into is gone: undo that merge first`);
    }
    await mustBeFree(strapi, uid, String(record.fields.slug));
    const from = await makeAgain(strapi, uid, record);
    const merge = { from, to, toSlug: intoSlug, memories };
    const problems = await getService(strapi, 'tagging').restoreUses(trx, uid, merge, uses);
    if (problems.length > 0) {
      throw rowsRefused(problems.map(({ use, message }) => ({ row: use.line, message })));
    }
    await rowsOf(strapi, MERGED_TERM_UID).delete({ where: { id: merged.id } });
    await afterCommit(strapi, () => {
      void strapi.eventHub.emit(event, { action: 'create', documentId });
    });
    const { slug, name } = await termOf(strapi, kind, documentId);
    return { kind, restored: { documentId, slug, name }, rows: uses.length };
  });
}

function listIn(bytes: Uint8Array): UsesList {
  try {
    return parseUsesCsv(bytes);
  } catch (error) {
    if (error instanceof UnreadableList) throw refusal('file', error.message);
    throw error;
  }
}

async function mustBeFree(strapi: Strapi, uid: string, slug: string): Promise<void> {
  if ((await rowsOf(strapi, uid).count({ where: { slug } })) === 0) return;
  throw refusal('file', `“${slug}” is the slug of another one by now: give that one another slug`);
}

function rowsRefused(rows: UndoProblems['rows']): Error {
  rows.sort((a, b) => a.row - b.row);
  const [first] = rows;
  return new errors.ValidationError(
    `file: ${rows.length} rows cannot be given back, the first in line ${first?.row}: ${first?.message}. Nothing was changed. Take them off the list to undo the rest.`,
    {
      ...{ reason: 'rows', total: rows.length, rows: rows.slice(0, MOST_PROBLEMS) },
    } satisfies UndoProblems
  );
}
