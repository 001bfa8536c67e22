/** All entries behind a cell, page after page, in memory that does not grow with their number. */
import type { Knex } from 'knex';

import { dialectOf, inReadingTransaction, type Dialect, type Strapi, type Trx } from '../../strapi';
import {
  inOrder,
  versionsOf,
  visibleDocuments,
  type Found,
  type ListedType,
} from '../cell-documents';
import type { Cell } from '../cell-versions';
import { entriesOf } from '../entries';
import type { DetailedEntry, EntryFields } from '../entry-details';

/** Finding what comes next sorts all that is left: names are read in larger parts than entries. */
const NAMES_AT_ONCE = 5_000;
const ENTRIES_AT_ONCE = 500;

/** A document and when it was last published, as the database compares it. */
interface Passed extends Found {
  moment: string | number | null;
  versions: string | number;
}

/**
 * Pages of entries, last published first, each read in short transactions of its own. What is published
 * meanwhile may be missed; nothing comes twice.
 */
export async function* walkEntries(
  strapi: Strapi,
  types: ListedType[],
  cell: Cell,
  fields: EntryFields
): AsyncGenerator<DetailedEntry[]> {
  // A document that loses its newest version meanwhile stands further down the list, once more. Only ids
  // of documents with several versions are kept.
  const mayComeAgain = new Set<string>();
  for (let last: Passed | undefined; ;) {
    const names = await inReadingTransaction(strapi, (trx) =>
      nextNames(strapi, trx, types, cell, last)
    );
    last = names.at(-1);
    if (!last) return;
    const fresh = names.filter((name) => !mayComeAgain.has(keyOf(name)));
    for (const name of fresh) if (Number(name.versions) > 1) mayComeAgain.add(keyOf(name));
    for (let start = 0; start < fresh.length; start += ENTRIES_AT_ONCE) {
      const page = fresh.slice(start, start + ENTRIES_AT_ONCE);
      const versions = await inReadingTransaction(strapi, (trx) =>
        versionsOf(strapi, trx, types, cell, page)
      );
      yield await entriesOf(strapi, types, page, versions, fields);
    }
  }
}

const keyOf = ({ type, document }: Found) => `${type} ${document}`;

async function nextNames(
  strapi: Strapi,
  trx: Trx,
  types: ListedType[],
  cell: Cell,
  last: Passed | undefined
): Promise<Passed[]> {
  const documents = visibleDocuments(strapi, trx, types, cell);
  if (documents.length === 0) return [];
  const names = inOrder(trx, documents)
    .select('versions', trx.raw(`${AS_COMPARED[dialectOf(strapi)]} as ??`, ['published', 'moment']))
    .limit(NAMES_AT_ONCE);
  return (await (last ? after(names, last) : names)) as Passed[];
}

/** A moment is handed back as the database wrote it: as a date it would lose what is under a millisecond. */
const AS_COMPARED: Record<Dialect, string> = {
  postgres: 'cast(?? as text)',
  mysql: 'cast(?? as char)',
  sqlite: '??',
};

/** What follows a document in the list. */
function after(names: Knex.QueryBuilder, { moment, type, document }: Passed): Knex.QueryBuilder {
  const later = (any: Knex.QueryBuilder): void => {
    void any.where('type', '>', type).orWhere({ type }).where('document', '>', document);
  };
  const sameMoment = (same: Knex.QueryBuilder): void => {
    void same.where('published', moment).where(later);
  };
  if (moment === null) return names.whereNull('published').where(later);
  return names.where((any) => {
    void any.where('published', '<', moment).orWhereNull('published').orWhere(sameMoment);
  });
}
