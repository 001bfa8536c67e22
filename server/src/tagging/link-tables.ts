/**
 * The tables that hold tags: where they are, and how Strapi is kept from dropping them. Strapi forgets the tables of a type that is no longer opted in, so they
 * are remembered in the core store.
 */
import { PERSONA_UID, PLUGIN_ID, REP_UID, SALES_SOURCED_UID, STAGE_UID } from '../constants';
import type { PluginConfig } from '../config';
import type { TagName } from '../../../contracts/tagging';
import { allModels, contentTypes, modelOf, type Strapi } from '../strapi';
import { isInjected, optInState } from './opt-in';

const TARGETS: string[] = [STAGE_UID, PERSONA_UID, REP_UID];

export interface LinkTable {
  /** Uid of the type whose rows carry the link. */
  uid: string;
  attribute: string;
  table: string;
  ownerTable: string;
  ownerColumn: string;
  /** Uid of the stage, persona or rep type. */
  target: string;
  targetColumn: string;
  /** Place of the link among those of its row; null where a row has one link at most. */
  orderColumn: string | null;
  /** The tag that the link is; null for other relations, for example the one who brought an item in. */
  tag: TagName | null;
}

interface PersistedTable {
  name: string;
  dependsOn?: { name: string }[];
}

/** Links of the types that Strapi knows at the moment: tags, items, and relations that the site made. */
function knownLinkTables(strapi: Strapi): LinkTable[] {
  return allModels(strapi).flatMap(([uid, model]) =>
    Object.entries(model.attributes).flatMap(([attribute, { target, joinTable }]) =>
      joinTable && target && TARGETS.includes(target)
        ? [
            {
              uid,
              attribute,
              table: joinTable.name,
              ownerTable: model.tableName,
              ownerColumn: joinTable.joinColumn.name,
              target,
              targetColumn: joinTable.inverseJoinColumn.name,
              orderColumn: joinTable.orderColumnName ?? null,
              tag: tagOf(strapi, uid, attribute, target),
            },
          ]
        : []
    )
  );
}

function tagOf(strapi: Strapi, uid: string, attribute: string, target: string): TagName | null {
  if (uid === SALES_SOURCED_UID) return attribute === 'contributors' ? 'contributors' : null;
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  const { fieldNames } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  if (!type || optInState(type) === 'available') return null;
  if (!isInjected(type, attribute, target, fieldNames)) return null;
  const tags = Object.entries(fieldNames) as [TagName, string][];
  return tags.find(([, name]) => name === attribute)?.[0] ?? null;
}

function store(strapi: Strapi) {
  return strapi.store({ type: 'plugin', name: PLUGIN_ID });
}

async function rememberedLinkTables(strapi: Strapi): Promise<LinkTable[]> {
  return ((await store(strapi).get({ key: 'link-tables' })) as LinkTable[] | null) ?? [];
}

/** The link tables of a running instance: fixed from one schema sync to the next. */
const linkTablesOf = new WeakMap<Strapi, LinkTable[]>();

/** Every table that links to a stage, persona or rep, those of opted-out types included. */
export function linkTables(strapi: Strapi): LinkTable[] {
  return linkTablesOf.get(strapi) ?? [];
}

/**
 * Called after each schema sync: remembers the link tables and tells Strapi to spare them, and the
 * plugin's own tables, when a type opts out or the plugin is switched off. A link table still goes
 * when its content type goes; the log says so.
 */
export async function protectTables(strapi: Strapi): Promise<void> {
  const known = knownLinkTables(strapi);
  const kept = [...known];
  const gone = new Set<string>();
  for (const link of await rememberedLinkTables(strapi)) {
    if (known.some(({ table }) => table === link.table)) continue;
    if (await strapi.db.getSchemaConnection().hasTable(link.table)) kept.push(link);
    else gone.add(link.uid);
  }
  for (const uid of gone) {
    strapi.log.warn(`Buyer Journey: ${uid} is no longer in this site; its tags went with it.`);
  }
  linkTablesOf.set(strapi, kept);
  await store(strapi).set({ key: 'link-tables', value: kept });
  await persist(strapi, [...ownTables(strapi), ...kept.map(asPersisted)]);
}

function asPersisted({ table, ownerTable }: LinkTable): PersistedTable {
  return { name: table, dependsOn: [{ name: ownerTable }] };
}

/** Tables of the plugin's own types, with all their link tables. */
function ownTables(strapi: Strapi): PersistedTable[] {
  return allModels(strapi)
    .filter(([uid]) => uid.startsWith(`plugin::${PLUGIN_ID}.`))
    .flatMap(([, model]) => [
      { name: model.tableName },
      ...Object.values(model.attributes).flatMap(({ joinTable }) =>
        joinTable && joinTable.name !== filesLinkTable(strapi) ? [{ name: joinTable.name }] : []
      ),
    ]);
}

/** The upload plugin's own table of links; never ours to protect. */
function filesLinkTable(strapi: Strapi): string | undefined {
  return modelOf(strapi, 'plugin::upload.file')?.attributes.related?.joinTable?.name;
}

async function persist(strapi: Strapi, tables: PersistedTable[]): Promise<void> {
  const key = { type: 'core', key: 'persisted_tables' };
  const current = ((await strapi.store.get(key)) as (PersistedTable | string)[] | null) ?? [];
  const ours = new Map(tables.map((table) => [table.name, table]));
  const others = current.filter(
    (entry) => !ours.has(typeof entry === 'string' ? entry : entry.name)
  );
  await strapi.store.set({ ...key, value: [...others, ...ours.values()] });
}
