/** Entries as the queue shows them, as far as the user may see them. */
import type { EntryStatus, QueueEntry, Term } from '../../../../contracts/tagging-queue';
import { mainFieldOf } from '../../main-field';
import { getService } from '../../services';
import { rowsOf, type Strapi } from '../../strapi';
import type { SelectedType } from '../selection';
import { excerptOf } from '../texts';
import { suggesterFor } from '../rules/suggestions';
import { toldSuggestion } from './suggestions';

interface VersionRow {
  id: number;
  documentId: string;
  locale: string | null;
  updatedAt: string | Date;
  [field: string]: unknown;
}

/**
 * Entries of one type, in the order of the ids; one that is gone by now is left out. A fixed number of statements, however many.
 * @param ids row ids of the versions that editors work on.
 */
export async function queueEntries(
  strapi: Strapi,
  { schema, tables, access }: Pick<SelectedType, 'schema' | 'tables' | 'access'>,
  ids: number[]
): Promise<QueueEntry[]> {
  if (ids.length === 0) return [];
  const names = getService(strapi, 'tagging').fieldNames();
  const mainField = await mainFieldOf(strapi, schema);
  const term = { select: ['name', 'slug'] };
  const { reader, suggestFor } = await suggesterFor(strapi, schema, access.ability);
  const rows = await rowsOf<VersionRow>(strapi, schema.uid).findMany({
    where: { id: { $in: ids } },
    populate: {
      ...reader.populate,
      [names.journeyStage]: term,
      [names.personas]: term,
      ...access.populate,
    },
  });
  const published = tables.draftAndPublish ? await publishedAmong(strapi, schema.uid, rows) : null;
  const readable = new Map<number, Record<string, unknown>>();
  for (const row of rows) {
    readable.set(row.id, (await access.sanitize(row)) as Record<string, unknown>);
  }
  const suggestions = await suggestFor(
    rows.map(({ id, documentId }) => ({ documentId, ...reader.entryOf(readable.get(id) ?? {}) }))
  );
  const entries = new Map(
    rows.map((row) => {
      const fields = readable.get(row.id) ?? {};
      const title = fields[mainField];
      const suggestion = suggestions.get(row.documentId);
      const entry: QueueEntry = {
        ...{ type: schema.uid, typeName: schema.info.displayName, kind: schema.kind },
        ...{ documentId: row.documentId, locale: tables.localized ? row.locale : null },
        title: typeof title === 'string' || typeof title === 'number' ? String(title) : null,
        excerpt: excerptOf(schema, mainField, fields),
        status: published === null ? 'published' : statusOf(row, published.get(keyOf(row))),
        stage: termsIn(fields[names.journeyStage])[0] ?? null,
        personas: termsIn(fields[names.personas]),
        suggestion: suggestion ? toldSuggestion(suggestion) : null,
      };
      return [row.id, entry];
    })
  );
  return ids.flatMap((id) => entries.get(id) ?? []);
}

const keyOf = ({ documentId, locale }: Pick<VersionRow, 'documentId' | 'locale'>) =>
  `${documentId} ${locale ?? ''}`;

/** The published versions of drafts, by document and locale. */
async function publishedAmong(
  strapi: Strapi,
  uid: string,
  drafts: VersionRow[]
): Promise<Map<string, VersionRow>> {
  const versions = await rowsOf<VersionRow>(strapi, uid).findMany({
    where: {
      documentId: { $in: drafts.map(({ documentId }) => documentId) },
      publishedAt: { $notNull: true },
    },
    select: ['id', 'documentId', 'locale', 'updatedAt'],
  });
  return new Map(versions.map((version) => [keyOf(version), version]));
}

/** As the Content Manager tells it. */
function statusOf(draft: VersionRow, published: VersionRow | undefined): EntryStatus {
  if (!published) return 'draft';
  const isModified = new Date(draft.updatedAt).getTime() > new Date(published.updatedAt).getTime();
  return isModified ? 'modified' : 'published';
}

function termsIn(related: unknown): Term[] {
  const terms = (Array.isArray(related) ? related : related ? [related] : []) as Term[];
  return terms.map(({ slug, name }) => ({ slug, name }));
}
