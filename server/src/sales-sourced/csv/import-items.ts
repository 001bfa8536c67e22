/** Items from a CSV file: all of them or none. */
import type { RowError } from '../../../../contracts/csv-import';
import { suggestKind } from '../../../../contracts/sales-sourced/item-kind';
import {
  LIST_SEPARATOR,
  type ImportReport,
  type ImportRow,
} from '../../../../contracts/sales-sourced/csv';
import { inChunks } from '../../chunks';
import { REP_UID, SALES_SOURCED_UID } from '../../constants';
import { getService } from '../../services';
import {
  inTransaction,
  oneAtATime,
  rowsOf,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { insertItems, type NewItem } from './insert-items';
import { parseCsv, type ParsedItems } from './parse-csv';

/** Errors that are told one by one. */
const ERRORS_TOLD = 100;

/**
 * Checks every row, and imports them when none is wrong and it is no dry run. Rows whose externalId is
 * here already are passed over.
 * @throws {UnreadableCsv} when the file as a whole is wrong.
 */
export async function importItems(
  strapi: Strapi,
  bytes: Uint8Array,
  dryRun: boolean
): Promise<ImportReport> {
  const parsed = parseCsv(bytes);
  const run = dryRun ? inTransaction : oneAtATime;
  return run(strapi, async (trx) => {
    const { items, present, errors } = await resolveRows(strapi, trx, parsed);
    const isWrong = errors.length > 0;
    if (!dryRun && !isWrong) await insertItems(strapi, trx, items);
    errors.sort((a, b) => a.row - b.row);
    return {
      dryRun,
      rows: parsed.total,
      imported: isWrong ? 0 : items.length,
      present,
      errors: errors.slice(0, ERRORS_TOLD),
      errorCount: errors.length,
    };
  });
}

interface Resolved {
  items: NewItem[];
  present: number;
  errors: RowError[];
}

async function resolveRows(strapi: Strapi, trx: Trx, parsed: ParsedItems): Promise<Resolved> {
  const lookups = await readLookups(strapi);
  const known = await knownExternalIds(strapi, trx, parsed.rows);
  const seen = new Set<string>();
  const resolved: Resolved = { items: [], present: 0, errors: [...parsed.errors] };
  for (const { row, values } of parsed.rows) {
    const { externalId } = values;
    const problem = problemOf(values, lookups, seen);
    if (externalId) seen.add(externalId);
    if (problem) resolved.errors.push({ row, ...problem });
    else if (externalId && known.has(externalId)) resolved.present += 1;
    else resolved.items.push(toItem(values, lookups));
  }
  return resolved;
}

interface Lookups {
  stages: Map<string, number>;
  personas: Map<string, number>;
  /** Row ids by e-mail address in small letters. */
  reps: Map<string, number>;
}

async function readLookups(strapi: Strapi): Promise<Lookups> {
  const taxonomy = getService(strapi, 'taxonomy');
  const bySlug = (terms: { slug: string; id: number }[]) =>
    new Map(terms.map(({ slug, id }) => [slug, id]));
  const reps = await rowsOf<{ id: number; email: string | null }>(strapi, REP_UID).findMany({
    select: ['id', 'email'],
    where: { email: { $notNull: true }, mergedInto: { $null: true } },
  });
  return {
    stages: bySlug(await taxonomy.stages()),
    personas: bySlug(await taxonomy.personas()),
    reps: new Map(reps.map(({ id, email }) => [email?.toLowerCase() ?? '', id])),
  };
}

async function knownExternalIds(
  strapi: Strapi,
  trx: Trx,
  rows: ParsedItems['rows']
): Promise<Set<string>> {
  const ids = rows.flatMap(({ values }) => values.externalId ?? []);
  const known = new Set<string>();
  await inChunks(ids, async (some) => {
    const found: { external: string }[] = await tableIn(
      strapi,
      trx,
      tableNameOf(strapi, SALES_SOURCED_UID)
    )
      .whereIn('external_id', some)
      .distinct({ external: 'external_id' });
    for (const { external } of found) known.add(external);
  });
  return known;
}

function problemOf(
  values: ImportRow,
  { stages, personas, reps }: Lookups,
  seen: Set<string>
): Omit<RowError, 'row'> | null {
  for (const column of ['stage', 'resolveByStage'] as const) {
    const slug = values[column];
    if (slug && !stages.has(slug)) return { column, message: `there is no “${slug}”` };
  }
  const unknown = slugsIn(values.personas).find((slug) => !personas.has(slug));
  if (unknown !== undefined) return { column: 'personas', message: `there is no “${unknown}”` };
  if (values.repEmail && !reps.has(values.repEmail.toLowerCase())) {
    return { column: 'repEmail', message: 'no rep has this address' };
  }
  if (values.state === 'declined' && !values.declineReason) {
    return { column: 'declineReason', message: 'declining needs a reason' };
  }
  if (values.externalId && seen.has(values.externalId)) {
    return { column: 'externalId', message: 'is there twice in this file' };
  }
  return null;
}

function slugsIn(personas: string | null | undefined): string[] {
  const slugs = (personas ?? '').split(LIST_SEPARATOR).map((slug) => slug.trim());
  return [...new Set(slugs.filter((slug) => slug !== ''))];
}

function toItem(values: ImportRow, { stages, personas, reps }: Lookups): NewItem {
  const { buyerWords } = values;
  return {
    buyerWords,
    kind: values.kind ?? suggestKind(buyerWords),
    answer: values.answer ?? null,
    workflowState: values.state ?? 'received',
    declineReason: values.declineReason ?? null,
    account: values.account ?? null,
    crmReference: values.crmReference ?? null,
    source: values.source ?? null,
    externalId: values.externalId ?? null,
    createdAt: values.broughtInAt ? new Date(values.broughtInAt) : new Date(),
    stage: values.stage ? (stages.get(values.stage) ?? null) : null,
    resolveByStage: values.resolveByStage ? (stages.get(values.resolveByStage) ?? null) : null,
    personas: slugsIn(values.personas).flatMap((slug) => personas.get(slug) ?? []),
    rep: values.repEmail ? (reps.get(values.repEmail.toLowerCase()) ?? null) : null,
  };
}
