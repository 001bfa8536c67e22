/** Coverage: the matrix, and the entries behind a cell. */
import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type {
  Coverage,
  CoverageEntries,
  CoverageEntriesQuery,
  CoverageFilters,
  CoverageFromSales,
  CoverageQuery,
  StartDraftBody,
} from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import type { SetTargetsBody, TargetsChange } from '../../../contracts/targets';
import type { StartedDraft } from '../../../contracts/tagging';
import { refusal } from '../refusal';
import { getService } from '../services';
import {
  inReadingTransaction,
  isLocalized,
  siteLocales,
  type AdminUser,
  type Strapi,
} from '../strapi';
import { listEntries } from './entries';
import { setSalesBeside } from './from-sales';
import { checkLocale, understand, type Asked, type Look } from './look';
import { foldCoverage, type CountedType } from './matrix';
import { countByPlacement, tablesOf } from './query';
import type { Ability } from '../read-access';
import { setBeside } from './supply-and-demand';
import { setTargets, targetsFor } from './targets';

export function coverageService({ strapi }: { strapi: Strapi }) {
  const config = () => strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).coverage;
  const tagging = () => getService(strapi, 'tagging');
  const taxonomy = () => getService(strapi, 'taxonomy');

  /** What matrices are made from, and a way to make one of what a look leaves. */
  async function prepare({ types, narrowing, freshSince }: Asked) {
    const stages = await taxonomy().stages();
    const personas = await taxonomy().personas();
    const ids = personas.map(({ id }) => id);
    const matrixOf = (look: Look) =>
      inReadingTransaction(strapi, async (trx) => {
        const counted: CountedType[] = [];
        for (const type of types) {
          const tables = tablesOf(strapi, type, tagging().fieldNames());
          const groups = await countByPlacement(strapi, trx, tables, ids, freshSince, look);
          counted.push({ uid: type.uid, displayName: type.info.displayName, groups });
        }
        const targetOf = await targetsFor(strapi, trx, narrowing, config().defaultTarget);
        return foldCoverage(stages, personas, counted, targetOf);
      });
    return { stages, personas, matrixOf };
  }

  return {
    /**
     * The coverage matrix of live documents.
     * @throws {ValidationError} naming `type`, `locale` or `contributor` when the site has no such one.
     */
    async matrix(query: CoverageQuery): Promise<Coverage> {
      const asked = await understand(strapi, query);
      const { matrixOf } = await prepare(asked);
      return matrixOf(asked.look);
    },

    /**
     * How much of the matrix sales has a part in.
     * @throws {ValidationError} as `matrix` does.
     */
    async fromSales(query: CoverageQuery): Promise<CoverageFromSales> {
      const asked = await understand(strapi, query);
      const { matrixOf } = await prepare(asked);
      return inReadingTransaction(strapi, async () =>
        setSalesBeside(
          await matrixOf(asked.look),
          await matrixOf({ ...asked.look, fromSales: true })
        )
      );
    },

    /**
     * Demand beside the matrix. Items have neither locale nor type: the parameters narrow supply alone.
     * @throws {ValidationError} as `matrix` does.
     */
    async demand(query: CoverageQuery): Promise<CoverageDemand> {
      const asked = await understand(strapi, query);
      const { stages, personas, matrixOf } = await prepare(asked);
      const now = new Date(Date.now());
      const heard = await getService(strapi, 'sales-sourced-admin').demandByCell(now);
      const stageSlugs = new Map(stages.map(({ id, slug }) => [id, slug]));
      const personaSlugs = new Map<number | null, string | null>([
        ...personas.map(({ id, slug }): [number, string] => [id, slug]),
        [null, null],
      ]);
      return setBeside(await matrixOf(asked.look), {
        stages: heard.stages.flatMap(({ stageId, ...rest }) => {
          const stage = stageId === null ? null : stageSlugs.get(stageId);
          return stage === undefined ? [] : [{ ...rest, stage }];
        }),
        cells: heard.cells.flatMap(({ stageId, personaId, ...rest }) => {
          const [stage, persona] = [stageSlugs.get(stageId), personaSlugs.get(personaId)];
          return stage === undefined || persona === undefined ? [] : [{ ...rest, stage, persona }];
        }),
      });
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
    async startDraft(
      { user, ability }: { user: AdminUser; ability: Ability },
      { type: uid, title, stage, persona, locale }: StartDraftBody
    ): Promise<StartedDraft> {
      const type = tagging().taggedType(uid);
      await checkLocale(strapi, locale);
      const find = (name: string, slug: string, terms: { slug: string; documentId: string }[]) => {
        const term = terms.find((known) => known.slug === slug);
        if (!term) throw refusal(name, `“${slug}” is not a ${name}`);
        return term.documentId;
      };
      const draft = {
        ...{ title, locale, contributors: [] },
        stage: find('stage', stage, await taxonomy().stages()),
        personas: persona === null ? [] : [find('persona', persona, await taxonomy().personas())],
      };
      return tagging().startDraft({ user, ability }, type, draft);
    },

    /** What coverage can be filtered by, and what entries can be started of. Locales only where a tagged type has any. */
    async filters(ability: Ability): Promise<CoverageFilters> {
      const types = tagging().taggedTypes();
      return {
        locales: types.some(isLocalized) ? await siteLocales(strapi) : [],
        types: types.map(({ uid, info }) => ({ uid, displayName: info.displayName })),
        draftTypes: tagging().draftTypes(ability),
        contributors: await getService(strapi, 'rep-admin').contributors(),
      };
    },
  };
}
