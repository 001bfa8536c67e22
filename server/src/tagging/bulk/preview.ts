/** What bulk tagging would do. */
import type { Knex } from 'knex';

import type { BulkPreview, BulkTaggingBody } from '../../../../contracts/bulk-tagging';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../constants';
import type { Ability } from '../../read-access';
import { inReadingTransaction, tableIn, type JoinTable, type Strapi, type Trx } from '../../strapi';
import { changeInIds, keptChange, tagsIn } from '../change';
import { queueEntries } from '../queue/details';
import {
  lackingVersions,
  linksOf,
  selectionFor,
  type SelectedType,
  type Selection,
} from '../selection';
import type { ListChange, TagChange } from '../write-tags';

/** How many of the entries that will be changed are shown. */
const SAMPLE = 10;

type TypePreview = BulkPreview['types'][number];

/**
 * Three statements for each type count, and some fetch a sample.
 * @throws {ValidationError} naming what the site does not have.
 */
export async function previewBulk(
  strapi: Strapi,
  ability: Ability,
  { filter, change: named, versions }: BulkTaggingBody
): Promise<BulkPreview> {
  const change = await changeInIds(strapi, await keptChange(strapi, named));
  const selection = await selectionFor(strapi, ability, filter, null);
  const types: TypePreview[] = [];
  const found: { type: SelectedType; ids: number[] }[] = [];
  await inReadingTransaction(strapi, async (trx) => {
    let wanted = SAMPLE;
    for (const type of selection.types) {
      const draftOnly = versions === 'both' && !type.access.mayPublish;
      const scope = { change, draftsAlone: versions === 'draft' || draftOnly };
      types.push({
        ...{ type: type.schema.uid, displayName: type.schema.info.displayName, draftOnly },
        ...(await countsOf(strapi, trx, selection, type, scope)),
      });
      if (wanted === 0 || !mayTag(type, change)) continue;
      const ids = await sampleOf(changing(strapi, trx, selection, type, scope), wanted);
      wanted -= ids.length;
      found.push({ type, ids });
    }
  });
  const sample: BulkPreview['sample'] = [];
  for (const { type, ids } of found) sample.push(...(await queueEntries(strapi, type, ids)));
  return {
    totals: {
      ...{ matching: sumOf(types, 'matching'), notEditable: sumOf(types, 'notEditable') },
      ...{ same: sumOf(types, 'same'), changing: sumOf(types, 'changing') },
    },
    types: types.filter(({ matching }) => matching > 0),
    sample,
  };
}

interface Scope {
  change: TagChange;
  draftsAlone: boolean;
}

const mayTag = ({ access }: SelectedType, change: TagChange) => access.mayTag(tagsIn(change));

const sumOf = (
  types: TypePreview[],
  count: 'matching' | 'notEditable' | 'same' | 'changing'
): number => types.reduce((sum, type) => sum + type[count], 0);

async function countsOf(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  type: SelectedType,
  scope: Scope
): Promise<Pick<TypePreview, 'matching' | 'notEditable' | 'same' | 'changing'>> {
  const matching = await countOf(lackingVersions(strapi, trx, selection, type, 'readable'));
  if (!mayTag(type, scope.change)) return { matching, notEditable: matching, same: 0, changing: 0 };
  const editable = await countOf(lackingVersions(strapi, trx, selection, type, 'editable'));
  const changed = await countOf(changing(strapi, trx, selection, type, scope));
  const notEditable = matching - editable;
  return { matching, notEditable, same: editable - changed, changing: changed };
}

async function countOf(versions: Knex.QueryBuilder): Promise<number> {
  const [row]: { entries: number | string }[] = await versions.count({ entries: '*' });
  return Number(row?.entries ?? 0);
}

async function sampleOf(versions: Knex.QueryBuilder, limit: number): Promise<number[]> {
  const rows: { id: number }[] = await versions
    .orderBy('version.id', 'desc')
    .limit(limit)
    .select('version.id');
  return rows.map(({ id }) => id);
}

/** Of the entries that may be edited, those with a version that does not have these tags yet. */
function changing(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  type: SelectedType,
  { change, draftsAlone }: Scope
): Knex.QueryBuilder {
  const { tables } = type;
  const { syncLocales } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const other = tableIn(strapi, trx, `${tables.table} as other`)
    .where('other.document_id', trx.ref('version.document_id'))
    .select(trx.raw('1'));
  if (tables.localized && !syncLocales) void other.where('other.locale', trx.ref('version.locale'));
  if (tables.draftAndPublish && draftsAlone) {
    void other.whereNull(`other.${tables.publishedAtColumn}`);
  }
  void other.where((any) => {
    if (change.stage !== undefined) {
      const stage = { mode: 'set' as const, ids: change.stage === null ? [] : [change.stage.id] };
      whereDiffers(strapi, trx, any, tables.stageLink, stage);
    }
    if (change.personas) whereDiffers(strapi, trx, any, tables.personaLink, change.personas);
    if (change.contributors) {
      whereDiffers(strapi, trx, any, tables.contributorLink, change.contributors);
    }
  });
  return lackingVersions(strapi, trx, selection, type, 'editable').whereExists(other);
}

/** Adds what makes a version differ from what the change would make of it. */
function whereDiffers(
  strapi: Strapi,
  trx: Trx,
  any: Knex.QueryBuilder,
  link: JoinTable,
  { mode, ids }: ListChange
): void {
  const target = `link.${link.inverseJoinColumn.name}`;
  const links = () => linksOf(strapi, trx, link, 'other').select(trx.raw('1'));
  if (mode === 'remove') void any.orWhereExists(links().whereIn(target, ids));
  else for (const id of ids) void any.orWhereNotExists(links().where(target, id));
  if (mode === 'set') void any.orWhereExists(links().whereNotIn(target, ids));
  // Nothing to add or to remove.
  if (mode !== 'set' && ids.length === 0) void any.orWhereRaw('1 = 0');
}
