/** Taking the snapshot of a day, once however many instances run. */
import { inChunks } from '../../chunks';
import { PLUGIN_ID, SNAPSHOT_UID } from '../../constants';
import type { PluginConfig } from '../../config';
import { DAY_IN_MS, dayOf } from '../../days';
import { getService } from '../../services';
import {
  dialectOf,
  inReadingTransaction,
  inTransaction,
  siteLocales,
  tableIn,
  tableNameOf,
  type Dialect,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { heardBySlug } from '../heard';
import { foldCoverage, type CountedType } from '../matrix';
import { countByPlaces } from '../query';
import { termsInCoverage, withoutRetired } from '../retired';
import { setBeside } from '../supply-and-demand';
import { scopeOf, targetsForEach } from '../targets';
import { snapshotFigures, type SnapshotFigures } from './figures';

/** The scope that is not narrowed: its row claims the day. */
const EVERYTHING = scopeOf({});

/** Rows in one statement. */
const ROWS_AT_ONCE = 50;

/** What databases say to a second row under a unique key, or to who has waited for the first too long. */
const TAKEN: Record<Dialect, string[]> = {
  postgres: ['23505'],
  mysql: ['ER_DUP_ENTRY', 'ER_LOCK_WAIT_TIMEOUT', 'ER_LOCK_DEADLOCK'],
  sqlite: ['SQLITE_CONSTRAINT_UNIQUE'],
};

/** Another instance has the day. */
class DayIsTaken extends Error {}

/**
 * Counts everything, each tagged type and each locale, and keeps the figures of the day of `now`. All of
 * it is one transaction that begins with a row under a unique key: of several instances one has the
 * day, and when that one breaks down nothing of it is left, so that another can take it.
 * @returns false when the day was taken before, another instance holds it, or there are no stages or
 *   tagged types yet.
 */
export async function takeSnapshot(strapi: Strapi, now: Date): Promise<boolean> {
  const day = dayOf(now);
  if (!(await isDue(strapi, day))) return false;
  try {
    await inReadingTransaction(strapi, async (trx) => {
      await claim(strapi, trx, day);
      await keepFigures(strapi, trx, day, now);
    });
    return true;
  } catch (error) {
    if (error instanceof DayIsTaken) return false;
    throw error;
  }
}

const snapshots = (strapi: Strapi, trx: Trx) =>
  tableIn(strapi, trx, tableNameOf(strapi, SNAPSHOT_UID));

/** Nearly always no: the day is asked for every hour. */
async function isDue(strapi: Strapi, day: string): Promise<boolean> {
  if (getService(strapi, 'tagging').taggedTypes().length === 0) return false;
  if ((await getService(strapi, 'taxonomy').stages()).length === 0) return false;
  const present: unknown = await inTransaction(strapi, (trx) =>
    snapshots(strapi, trx).where({ day, scope: EVERYTHING }).first('id')
  );
  return present === undefined;
}

/** Whoever comes second waits here until the first one is done, and is told then. */
async function claim(strapi: Strapi, trx: Trx, day: string): Promise<void> {
  try {
    await snapshots(strapi, trx).insert({ day, scope: EVERYTHING });
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw TAKEN[dialectOf(strapi)].includes(code) ? new DayIsTaken() : error;
  }
}

async function keepFigures(strapi: Strapi, trx: Trx, day: string, now: Date): Promise<void> {
  for await (const figures of figuresByLocale(strapi, trx, now)) {
    const rows = [...figures].map(([scope, kept]) => ({
      ...{ day, scope, figures: JSON.stringify(kept) },
    }));
    const claimed = rows.filter(({ scope }) => scope === EVERYTHING);
    for (const { scope, figures: kept } of claimed) {
      await snapshots(strapi, trx).where({ day, scope }).update({ figures: kept });
    }
    const others = rows.filter(({ scope }) => scope !== EVERYTHING);
    await inChunks(others, (some) => snapshots(strapi, trx).insert(some), ROWS_AT_ONCE);
  }
}

/** Figures by scope: of no locale first, then of each. Each type is counted once per locale, demand once. */
async function* figuresByLocale(
  strapi: Strapi,
  trx: Trx,
  now: Date
): AsyncGenerator<Map<string, SnapshotFigures>> {
  const { defaultTarget, staleAfterDays } = strapi.config.get<PluginConfig>(
    `plugin::${PLUGIN_ID}`
  ).coverage;
  const { stages, personas } = await termsInCoverage(strapi);
  const heard = heardBySlug(
    await getService(strapi, 'sales-sourced-admin').demandByCell(now),
    stages,
    personas
  );
  const targetsOf = await targetsForEach(strapi, trx, defaultTarget);
  const freshSince = new Date(now.getTime() - staleAfterDays * DAY_IN_MS);
  const personaIds = personas.map(({ id }) => id);

  for (const locale of [undefined, ...(await siteLocales(strapi)).map(({ code }) => code)]) {
    const counted = await countTypes(strapi, trx, personaIds, freshSince, locale);
    const figures = new Map<string, SnapshotFigures>();
    for (const type of [undefined, ...counted.map(({ uid }) => uid)]) {
      const meant = counted.filter(({ uid }) => type === undefined || uid === type);
      const targetOf = withoutRetired(targetsOf({ type, locale }), ...stages, ...personas);
      const coverage = foldCoverage(stages, personas, meant, targetOf);
      figures.set(scopeOf({ type, locale }), snapshotFigures(coverage, setBeside(coverage, heard)));
    }
    yield figures;
  }
}

async function countTypes(
  strapi: Strapi,
  trx: Trx,
  personaIds: number[],
  freshSince: Date,
  locale: string | undefined
): Promise<CountedType[]> {
  const tagging = getService(strapi, 'tagging');
  const counted: CountedType[] = [];
  for (const type of tagging.taggedTypes()) {
    const tables = tablesOf(strapi, type, tagging.fieldNames());
    counted.push({
      uid: type.uid,
      displayName: type.info.displayName,
      groups: await countByPlaces(strapi, trx, tables, personaIds, freshSince, { locale }),
    });
  }
  return counted;
}
