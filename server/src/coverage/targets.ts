/** How many documents a cell should have: what was set for it, the narrowest first. */
import { inChunks } from '../chunks';
import { PERSONA_UID, STAGE_UID, TARGET_UID } from '../constants';
import type { CellTarget, TargetsChange } from '../../../contracts/targets';
import { refusal } from '../refusal';
import { getService } from '../services';
import { oneAtATime, siteLocales, tableIn, tableNameOf, type Strapi, type Trx } from '../strapi';

/** What a target is narrowed to; without either it is the general one. */
export interface Narrowing {
  /** Uid of a tagged content type. */
  type?: string;
  locale?: string;
}

/** A stage or persona as far as targets know it. */
interface Term {
  documentId: string;
  slug: string;
}

interface Terms {
  stages: Term[];
  personas: Term[];
}

interface TargetRow {
  stage: string;
  persona: string;
  scope: string;
  value: number;
}

/** Document ids of a cell, the persona empty for Everyone. */
type CellIds = Pick<TargetRow, 'stage' | 'persona'>;

/** How targets and snapshots name what they are narrowed to. */
export function scopeOf({ type, locale }: Narrowing): string {
  return [type && `type:${type}`, locale && `locale:${locale}`].filter(Boolean).join(' ');
}

/** Scopes whose targets hold for a look, the narrowest first: type and locale, type, locale, general. */
function scopesFor({ type, locale }: Narrowing): string[] {
  return [...new Set([{ type, locale }, { type }, { locale }, {}].map(scopeOf))];
}

/** SQLite takes 500 rows in one statement. */
const ROWS_AT_ONCE = 100;

const keyOf = ({ stage, persona }: CellIds) => `${stage}:${persona}`;

/** The target of a cell, by document ids; a persona of null is the Everyone row. */
export type TargetOf = (stage: string, persona: string | null) => number;

/**
 * The targets that hold for a look (target as defined in docs/metrics.md). One statement.
 * @param fallback where nothing was set; the Everyone row has none then.
 */
export async function targetsFor(
  strapi: Strapi,
  trx: Trx,
  look: Narrowing,
  fallback: number
): Promise<TargetOf> {
  const rows = await targets(strapi, trx)
    .whereIn('scope', scopesFor(look))
    .select<TargetRow[]>('stage', 'persona', 'scope', 'value');
  return targetsAmong(rows, look, fallback);
}

/** As `targetsFor`, for any number of looks. One statement. */
export async function targetsForEach(
  strapi: Strapi,
  trx: Trx,
  fallback: number
): Promise<(look: Narrowing) => TargetOf> {
  const rows = await targets(strapi, trx).select<TargetRow[]>('stage', 'persona', 'scope', 'value');
  return (look) => targetsAmong(rows, look, fallback);
}

function targetsAmong(rows: TargetRow[], look: Narrowing, fallback: number): TargetOf {
  const scopes = scopesFor(look);
  const widestFirst = (a: TargetRow, b: TargetRow) =>
    scopes.indexOf(b.scope) - scopes.indexOf(a.scope);
  const holding = rows.filter(({ scope }) => scopes.includes(scope)).sort(widestFirst);
  const set = new Map(holding.map((row) => [keyOf(row), row.value]));
  return (stage, persona) =>
    set.get(keyOf({ stage, persona: persona ?? '' })) ?? (persona === null ? 0 : fallback);
}

/**
 * Sets all targets, or none.
 * @returns what was set for the same cells before; null where nothing was.
 * @throws {ValidationError} naming a stage or persona that is not there, or a cell that is named twice.
 */
export function setTargets(
  strapi: Strapi,
  narrowing: Narrowing,
  wanted: CellTarget[]
): Promise<TargetsChange> {
  const scope = scopeOf(narrowing);
  return oneAtATime(strapi, async (trx) => {
    const terms = {
      stages: await heldTerms(strapi, trx, STAGE_UID),
      personas: await heldTerms(strapi, trx, PERSONA_UID),
    };
    const cells = wanted.map((target, index) => ({ ...target, ids: idsOf(target, index, terms) }));
    mustBeDistinct(cells.map(({ ids }) => keyOf(ids)));
    const rows = await targets(strapi, trx)
      .where({ scope })
      .select<(TargetRow & { id: number })[]>('id', 'stage', 'persona', 'value');
    const known = new Map(rows.map((row) => [keyOf(row), row]));
    const replaced = cells.flatMap(({ ids }) => known.get(keyOf(ids))?.id ?? []);
    const added = cells.flatMap(({ ids, target }) =>
      target === null ? [] : [{ ...ids, scope, value: target }]
    );
    await inChunks(replaced, (some) => targets(strapi, trx).whereIn('id', some).delete());
    await inChunks(added, (some) => targets(strapi, trx).insert(some), ROWS_AT_ONCE);
    return {
      before: cells.map(({ stage, persona, ids }) => ({
        stage,
        persona,
        target: known.get(keyOf(ids))?.value ?? null,
      })),
    };
  });
}

/** Stages or personas as they are at this moment: who deletes one waits, and then finds its target. */
function heldTerms(strapi: Strapi, trx: Trx, uid: string): Promise<Term[]> {
  return tableIn(strapi, trx, tableNameOf(strapi, uid))
    .forShare()
    .select({ documentId: 'document_id', slug: 'slug' });
}

/**
 * A stage or persona with a target is in use, and cannot be deleted. Targets for a content type or locale
 * that the site no longer has do not count: nobody could take them away.
 */
export function countTargetsAsUses(strapi: Strapi): void {
  const columns = new Map([
    [STAGE_UID, 'stage'],
    [PERSONA_UID, 'persona'],
  ]);
  getService(strapi, 'tagging').countLedger(async (trx, uid, isHeld) => {
    const column = columns.get(uid);
    if (column === undefined) return new Map();
    const named = targets(strapi, trx);
    if (isHeld) void named.forShare();
    const rows: { term: string; scope: string }[] = await named.select({
      ...{ term: column, scope: 'scope' },
    });
    const scopes = await scopesOfSite(strapi);
    const uses = new Map<string, number>();
    for (const { term, scope } of rows) {
      if (scopes.has(scope)) uses.set(term, (uses.get(term) ?? 0) + 1);
    }
    return uses;
  });
}

/** Everything that a target can be narrowed to. */
async function scopesOfSite(strapi: Strapi): Promise<Set<string>> {
  const types = getService(strapi, 'tagging').taggedTypes();
  const locales = await siteLocales(strapi);
  const either = [undefined, ...types.map(({ uid }) => uid)];
  const or = [undefined, ...locales.map(({ code }) => code)];
  return new Set(either.flatMap((type) => or.map((locale) => scopeOf({ type, locale }))));
}

const targets = (strapi: Strapi, trx: Trx) => tableIn(strapi, trx, tableNameOf(strapi, TARGET_UID));

function idsOf({ stage, persona }: CellTarget, index: number, terms: Terms): CellIds {
  const known = terms.stages.find(({ slug }) => slug === stage);
  if (!known) throw wrong(index, 'stage', `“${stage}” is not a stage`);
  if (persona === null) return { stage: known.documentId, persona: '' };
  const meant = terms.personas.find(({ slug }) => slug === persona);
  if (!meant) throw wrong(index, 'persona', `“${persona}” is not a persona`);
  return { stage: known.documentId, persona: meant.documentId };
}

function mustBeDistinct(keys: string[]): void {
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice !== -1) throw wrong(twice, 'stage', 'this cell is named twice');
}

const wrong = (index: number, field: string, message: string) =>
  refusal(`targets.${index}.${field}`, message);
