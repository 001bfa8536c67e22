/** Coverage: the matrix, and the entries behind a cell. */
import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type {
  Coverage,
  CoverageEntries,
  CoverageEntriesQuery,
  CoverageExportQuery,
  CoverageFilters,
  CoverageFromSales,
  CoverageQuery,
  StartDraftBody,
} from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import type {
  DeletedSnapshots,
  DeleteSnapshotsQuery,
  Trend,
  TrendQuery,
} from '../../../contracts/coverage-trend';
import type { SetTargetsBody, TargetsChange } from '../../../contracts/targets';
import { getService } from '../services';
import {
  inReadingTransaction,
  isLocalized,
  siteLocales,
  type AdminUser,
  type Strapi,
} from '../strapi';
import { tablesOf } from '../type-tables';
import { listedTypes } from './cell-documents';
import { listEntries } from './entries';
import { exportEntries, type EntriesExport } from './export/entries';
import { gridCsv } from './export/grid';
import { headOf, placeWords } from './export/words';
import { setSalesBeside } from './from-sales';
import { checkLocale, understand, type Asked, type Look } from './look';
import { heardBySlug } from './heard';
import { foldCoverage, type CountedType } from './matrix';
import { countByPlaces } from './query';
import type { Ability } from '../read-access';
import { keptTrend } from './snapshots/trend';
import { deleteSnapshots, pruneSnapshots } from './snapshots/forget';
import { takeSnapshot } from './snapshots/take';
import { termsInCoverage, withoutRetired } from './retired';
import { startDraftFor } from './start-draft';
import { setBeside } from './supply-and-demand';
import { setTargets, targetsFor } from './targets';

export function coverageService({ strapi }: { strapi: Strapi }) {
  const config = () => strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).coverage;
  const tagging = () => getService(strapi, 'tagging');

  /** What matrices are made from, and a way to make one of what a look leaves: in the caller's transaction. */
  async function prepare({ types, narrowing, freshSince }: Asked) {
    const { stages, personas } = await termsInCoverage(strapi);
    const ids = personas.map(({ id }) => id);
    const matrixOf = (look: Look) =>
      inReadingTransaction(strapi, async (trx) => {
        const counted: CountedType[] = [];
        for (const type of types) {
          const tables = tablesOf(strapi, type, tagging().fieldNames());
          const groups = await countByPlaces(strapi, trx, tables, ids, freshSince, look);
          counted.push({ uid: type.uid, displayName: type.info.displayName, groups });
        }
        const targetOf = await targetsFor(strapi, trx, narrowing, config().defaultTarget);
        const inScope = withoutRetired(targetOf, ...stages, ...personas);
        return foldCoverage(stages, personas, counted, inScope);
      });
    return { stages, personas, matrixOf };
  }

  /** The matrix and what is heard, of one moment. */
  async function bothSides(query: CoverageQuery) {
    const asked = await understand(strapi, query);
    const now = new Date(Date.now());
    return inReadingTransaction(strapi, async () => {
      const { stages, personas, matrixOf } = await prepare(asked);
      const heard = await getService(strapi, 'sales-sourced-admin').demandByCell(now);
      const coverage = await matrixOf(asked.look);
      return { coverage, demand: setBeside(coverage, heardBySlug(heard, stages, personas)) };
    });
  }

  return {
    /**
     * The coverage matrix of live documents.
     * @throws {ValidationError} naming `type`, `locale` or `contributor` when the site has no such one.
     */
    async matrix(query: CoverageQuery): Promise<Coverage> {
      const asked = await understand(strapi, query);
      return inReadingTransaction(strapi, async () => {
        const { matrixOf } = await prepare(asked);
        return matrixOf(asked.look);
      });
    },

    /**
     * How much of the matrix sales has a part in.
     * @throws {ValidationError} as `matrix` does.
     */
    async fromSales(query: CoverageQuery): Promise<CoverageFromSales> {
      const asked = await understand(strapi, query);
      return inReadingTransaction(strapi, async () => {
        const { matrixOf } = await prepare(asked);
        return setSalesBeside(
          await matrixOf(asked.look),
          await matrixOf({ ...asked.look, fromSales: true })
        );
      });
    },

    /**
     * Demand beside the matrix. Items have neither locale nor type: the parameters narrow supply alone.
     * @throws {ValidationError} as `matrix` does.
     */
    async demand(query: CoverageQuery): Promise<CoverageDemand> {
      return (await bothSides(query)).demand;
    },

    /**
     * Sets targets of cells, all of them or none.
     * @throws {ValidationError} naming what the site does not have.
     */
    async setTargets({ type, locale, targets }: SetTargetsBody): Promise<TargetsChange> {
      if (type !== undefined) tagging().taggedType(type);
      await checkLocale(strapi, locale);
      return setTargets(strapi, { type, locale }, targets);
    },

    /**
     * The live documents behind a cell, last published first, of the types that `ability` may read.
     * @throws {ValidationError} as `matrix` does.
     */
    async entries(
      { stage, persona, fromSales: onlyFromSales, page, pageSize, ...query }: CoverageEntriesQuery,
      ability: Ability
    ): Promise<CoverageEntries> {
      const { types, look } = await understand(strapi, query);
      const cell = { stage, persona, look: { ...look, fromSales: onlyFromSales } };
      return listEntries(strapi, types, tagging().fieldNames(), cell, { page, pageSize }, ability);
    },

    /**
     * Starts an entry for a cell.
     * @throws {ValidationError} naming what the site does not have; {ForbiddenError} when the user may
     *   not create entries of the type.
     */
    startDraft: (by: { user: AdminUser; ability: Ability }, body: StartDraftBody) =>
      startDraftFor(strapi, by, body),

    /**
     * A figure day by day, from the snapshots that were taken.
     * @throws {ValidationError} naming what the site does not have.
     */
    async trend(query: TrendQuery): Promise<Trend> {
      if (query.type !== undefined) tagging().taggedType(query.type);
      await checkLocale(strapi, query.locale);
      return keptTrend(strapi, query, new Date(Date.now()));
    },

    /** Takes the snapshot of the day; false when that was done before, or there is nothing to count. */
    takeSnapshot: () => takeSnapshot(strapi, new Date(Date.now())),

    /** Deletes what is older than the site keeps it. */
    pruneSnapshots: () => pruneSnapshots(strapi, new Date(Date.now())),

    /** Deletes all snapshots, or those of the days before one. */
    deleteSnapshots: ({ before }: DeleteSnapshotsQuery): Promise<DeletedSnapshots> =>
      deleteSnapshots(strapi, before),

    /**
     * The grid as CSV.
     * @throws {ValidationError} as `matrix` does.
     */
    async exportGrid(query: CoverageQuery): Promise<string> {
      const { coverage, demand } = await bothSides(query);
      const head = await headOf(strapi, 'Coverage by stage and persona', query);
      return gridCsv(head, coverage, demand);
    },

    /**
     * The entries behind a cell as lines of CSV, of the types that `ability` may read.
     * @throws {ValidationError} as `matrix` does.
     */
    async exportEntries(
      { stage, persona, fromSales: onlyFromSales, ...query }: CoverageExportQuery,
      ability: Ability
    ): Promise<EntriesExport> {
      const { types, look } = await understand(strapi, query);
      const place = { stage, persona, fromSales: onlyFromSales };
      const head = [
        ...(await headOf(strapi, 'Entries behind coverage', query)),
        ...(await placeWords(strapi, place)),
      ];
      const fieldNames = tagging().fieldNames();
      const listed = await listedTypes(strapi, types, fieldNames, ability);
      const cell = { stage, persona, look: { ...look, fromSales: onlyFromSales } };
      return exportEntries(strapi, listed, cell, fieldNames, head);
    },

    /** What coverage can be filtered by, and what entries can be started of. Locales only where a tagged type has any. */
    async filters(ability: Ability): Promise<CoverageFilters> {
      const types = tagging().taggedTypes();
      return {
        locales: types.some(isLocalized) ? await siteLocales(strapi) : [],
        types: types.map(({ uid, info }) => ({ uid, displayName: info.displayName })),
        staleAfterDays: config().staleAfterDays,
        draftTypes: tagging().draftTypes(ability),
        contributors: await getService(strapi, 'rep-admin').contributors(),
      };
    },
  };
}
