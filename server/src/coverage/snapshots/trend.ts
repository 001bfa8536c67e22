/** A figure day by day. */
import { EVERYONE } from '../../../../contracts/coverage';
import type { Trend, TrendQuery } from '../../../../contracts/coverage-trend';
import { SNAPSHOT_UID } from '../../constants';
import { DAY_IN_MS, dayOf } from '../../days';
import { getService } from '../../services';
import { inTransaction, tableIn, tableNameOf, type Strapi } from '../../strapi';
import { idOfTerm } from '../look';
import { scopeOf } from '../targets';
import { figureIn, type Place, type SnapshotFigures } from './figures';

interface Row {
  day: string;
  /** Some drivers parse JSON, others leave that to us. */
  figures: SnapshotFigures | string;
}

/**
 * The points of the days that have a snapshot; the others are left out.
 * @param now its day is the last one.
 * @throws {ValidationError} naming a stage or persona that the site does not have.
 */
export async function keptTrend(strapi: Strapi, query: TrendQuery, now: Date): Promise<Trend> {
  const { figure, type, locale, days } = query;
  const place = await placeOf(strapi, query);
  const [from, to] = [dayOf(new Date(now.getTime() - (days - 1) * DAY_IN_MS)), dayOf(now)];
  const rows = await inTransaction(strapi, (trx) =>
    tableIn(strapi, trx, tableNameOf(strapi, SNAPSHOT_UID))
      .where('scope', scopeOf({ type, locale }))
      .whereBetween('day', [from, to])
      .orderBy('day')
      .select<Row[]>('day', 'figures')
  );
  const points = rows.map(({ day, figures }) => ({
    day,
    value: figureIn(parsed(figures), figure, place),
  }));
  return { points, from, to };
}

function parsed(figures: Row['figures']): SnapshotFigures {
  return typeof figures === 'string' ? (JSON.parse(figures) as SnapshotFigures) : figures;
}

/** Document ids outlast a new name and a new slug. */
async function placeOf(strapi: Strapi, { stage, persona }: TrendQuery): Promise<Place> {
  const taxonomy = getService(strapi, 'taxonomy');
  const place: Place = {};
  if (stage !== undefined) place.stage = idOfTerm('stage', stage, await taxonomy.stages());
  if (persona === EVERYONE) place.persona = '';
  else if (persona !== undefined) {
    place.persona = idOfTerm('persona', persona, await taxonomy.personas());
  }
  return place;
}
