/** The entries that the rows of a file are about, in this site. */
import type { RowError } from '../../../../contracts/csv-import';
import type { TagsRow } from '../../../../contracts/tagging-csv';
import { inChunks } from '../../chunks';
import { columnOf, modelOf, tableIn, type Strapi, type Trx } from '../../strapi';
import type { TypeTables } from '../../type-tables';
import { speakingVersions } from '../speaking-versions';
import type { TagAccess } from '../tag-access';

/** A row of the file whose type and locale are known; types without locales have null. */
export interface LocatedRow {
  row: number;
  values: TagsRow;
  locale: string | null;
}

/** A type whose entries are looked for. */
export interface SearchedType {
  tables: TypeTables;
  access: TagAccess;
  /** Name of the main field; null where it is no text. */
  titleField: string | null;
}

/** An entry with its versions, by row id. A type without drafts has live ones alone. */
export interface FoundEntry extends LocatedRow {
  documentId: string;
  draft: number | null;
  live: number | null;
  /** Its document id is not known here. */
  byTitle: boolean;
}

interface Version {
  id: number;
  document: string;
  locale: string | null;
  publishedAt: unknown;
}

/**
 * Finds entries by document id, else by their exact title where one entry alone has it. Whoever may not read an entry
 * does not find it.
 */
export async function findEntries(
  strapi: Strapi,
  trx: Trx,
  type: SearchedType,
  rows: LocatedRow[]
): Promise<{ found: FoundEntry[]; errors: RowError[] }> {
  const versions = new Versions(type.tables);
  const ids = rows.flatMap(({ values }) => values.documentId ?? []);
  versions.add(await versionsOf(strapi, trx, type, ids));

  const unknown = rows.filter(({ values }) => !versions.has(values.documentId));
  const titled = await documentsByTitle(strapi, trx, type, unknown);
  versions.add(await versionsOf(strapi, trx, type, [...titled.values()].flat()));

  const result: { found: FoundEntry[]; errors: RowError[] } = { found: [], errors: [] };
  for (const located of rows) {
    const { row, values, locale } = located;
    const refuse = (column: string, message: string) => {
      result.errors.push({ row, column, message });
    };
    const byTitle = !versions.has(values.documentId);
    const documents = byTitle
      ? (titled.get(titleKey(locale, values.title)) ?? [])
      : [values.documentId ?? ''];
    const [documentId] = documents;
    if (documentId === undefined) {
      refuse(values.documentId ? 'documentId' : 'title', missing(values));
    } else if (documents.length > 1) {
      refuse('title', `${documents.length} entries have this title`);
    } else {
      const entry = versions.entry(documentId, locale);
      if (entry) result.found.push({ ...located, ...entry, documentId, byTitle });
      else refuse('locale', 'the entry has no version in this locale');
    }
  }
  return result;
}

function missing({ documentId, title }: TagsRow): string {
  if (!documentId) return title ? 'no entry has this title' : 'says of no entry';
  return title
    ? 'there is no such entry, and none has this title'
    : 'there is no such entry, and no title to find another by';
}

const titleKey = (locale: string | null, title: string | null | undefined) =>
  `${locale ?? ''} ${title ?? ''}`;

/** Versions by document and locale. */
class Versions {
  private readonly documents = new Map<string, Map<string | null, Version[]>>();
  constructor(private readonly tables: TypeTables) {}

  add(versions: Version[]): void {
    for (const version of versions) {
      const locale = this.tables.localized ? version.locale : null;
      const locales = this.documents.get(version.document) ?? new Map<string | null, Version[]>();
      locales.set(locale, [...(locales.get(locale) ?? []), version]);
      this.documents.set(version.document, locales);
    }
  }

  has(documentId: string | null | undefined): boolean {
    return documentId !== null && documentId !== undefined && this.documents.has(documentId);
  }

  entry(documentId: string, locale: string | null): Pick<FoundEntry, 'draft' | 'live'> | undefined {
    const versions = this.documents.get(documentId)?.get(locale);
    if (!versions) return undefined;
    const isLive = ({ publishedAt }: Version) =>
      !this.tables.draftAndPublish || publishedAt !== null;
    return {
      draft: versions.find((version) => !isLive(version))?.id ?? null,
      live: versions.find(isLive)?.id ?? null,
    };
  }
}

async function versionsOf(
  strapi: Strapi,
  trx: Trx,
  { tables, access }: SearchedType,
  documentIds: string[]
): Promise<Version[]> {
  const versions: Version[] = [];
  await inChunks([...new Set(documentIds)], async (some) => {
    const query = tableIn(strapi, trx, tables.table).whereIn('document_id', some);
    const permitted = access.readableRows();
    if (permitted) query.whereIn('id', permitted);
    versions.push(
      ...(await query.select<Version[]>({
        ...{ id: 'id', document: 'document_id', locale: 'locale' },
        publishedAt: tables.publishedAtColumn,
      }))
    );
  });
  return versions;
}

interface Titled {
  document: string;
  locale: string | null;
  title: string;
}

/** Document ids by locale and title. */
async function documentsByTitle(
  strapi: Strapi,
  trx: Trx,
  { tables, access, titleField }: SearchedType,
  rows: LocatedRow[]
): Promise<Map<string, string[]>> {
  const documents = new Map<string, string[]>();
  const model = modelOf(strapi, tables.uid);
  if (titleField === null || !model || !access.maySee(titleField)) return documents;
  const column = `version.${columnOf(model, titleField)}`;
  const titles = new Set(rows.flatMap(({ values }) => values.title ?? []));
  await inChunks([...titles], async (some) => {
    const query = speakingVersions(strapi, trx, tables, 'draft').whereIn(column, some);
    const permitted = access.readableRows();
    if (permitted) query.whereIn('version.id', permitted);
    const found: Titled[] = await query.select({
      ...{ document: 'version.document_id', locale: 'version.locale', title: column },
    });
    for (const { document, locale, title } of found) {
      // As a field of a file: blanks around it are gone there.
      const key = titleKey(tables.localized ? locale : null, title.trim());
      documents.set(key, [...(documents.get(key) ?? []), document]);
    }
  });
  return documents;
}
