/** Coverage: the matrix, and the entries behind a cell. */
import { errors } from '@strapi/utils';

import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type {
  Coverage,
  CoverageEntries,
  CoverageEntriesQuery,
  CoverageFilters,
  CoverageQuery,
} from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import type { SetTargetsBody, TargetsChange } from '../../../contracts/targets';
import { DAY_IN_MS } from '../days';
import { getService } from '../services';
import {
  inTransaction,
  isLocalized,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';
import { listEntries } from './entries';
import { foldCoverage, type CountedType } from './matrix';
import { countByPlacement, tablesOf } from './query';
import type { Ability } from '../read-access';
import { setBeside } from './supply-and-demand';
import { setTargets, targetsFor } from './targets';

export function coverageService({ strapi }: { strapi: Strapi }) {
  const config = () => strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).coverage;
  const tagging = () => getService(strapi, 'tagging');
  const taxonomy = () => getService(strapi, 'taxonomy');

  /** Tagged types, or those of them that were asked for. */
  function chosenTypes(uids: string[] | undefined): ContentTypeSchema[] {
    const tagged = tagging().taggedTypes();
    if (!uids) return tagged;
    const unknown = uids.find((uid) => !tagged.some((type) => type.uid === uid));
    if (unknown !== undefined) throw unknownValue('type', unknown, 'a tagged content type');
    return tagged.filter(({ uid }) => uids.includes(uid));
  }

  async function checkLocale(locale: string | undefined): Promise<void> {
    if (locale === undefined) return;
    const locales = await siteLocales(strapi);
    if (!locales.some(({ code }) => code === locale)) {
      throw unknownValue('locale', locale, 'a locale of this site');
    }
  }

  /** The matrix, with the stages and personas that it was made from. */
  async function count({ locale, type, staleAfterDays }: CoverageQuery) {
    const types = chosenTypes(type);
    await checkLocale(locale);
    const stages = await taxonomy().stages();
    const personas = await taxonomy().personas();
    const personaIds = personas.map(({ id }) => id);
    const days = staleAfterDays ?? config().staleAfterDays;
    const freshSince = new Date(Date.now() - days * DAY_IN_MS);
    const look = { locale, type: type?.length === 1 ? type[0] : undefined };
    const { counted, targetOf } = await inTransaction(strapi, async (trx) => {
      const results: CountedType[] = [];
      for (const contentType of types) {
        const tables = tablesOf(strapi, contentType, tagging().fieldNames());
        results.push({
          uid: contentType.uid,
          displayName: contentType.info.displayName,
          groups: await countByPlacement(strapi, trx, tables, personaIds, freshSince, locale),
        });
      }
      const targetOf = await targetsFor(strapi, trx, look, config().defaultTarget);
      return { counted: results, targetOf };
    });
    const coverage = foldCoverage(
      stages.map(({ id, documentId, slug, name, position, alwaysOn, buyerQuestion, color }) => ({
        ...{ id, documentId, slug, name, position, alwaysOn },
        ...{ buyerQuestion, color },
      })),
      personas.map(({ id, documentId, slug, name, buyingRole }) => ({
        ...{ id, documentId, slug, name, buyingRole },
      })),
      counted,
      targetOf
    );
    return { coverage, stages, personas };
  }

  return {
    /**
     * The coverage matrix of live documents.
     * @throws {ValidationError} naming `type` or `locale` when the site has no such one.
     */
    async matrix(query: CoverageQuery): Promise<Coverage> {
      return (await count(query)).coverage;
    },

    /**
     * Demand beside the matrix. Items have neither locale nor type: the parameters narrow supply alone.
     * @throws {ValidationError} as `matrix` does.
     */
    async demand(query: CoverageQuery): Promise<CoverageDemand> {
      const { coverage, stages, personas } = await count(query);
      const now = new Date(Date.now());
      const heard = await getService(strapi, 'sales-sourced-admin').demandByCell(now);
      const stageSlugs = new Map(stages.map(({ id, slug }) => [id, slug]));
      const personaSlugs = new Map<number | null, string | null>([
        ...personas.map(({ id, slug }): [number, string] => [id, slug]),
        [null, null],
      ]);
      return setBeside(coverage, {
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
      chosenTypes(type === undefined ? undefined : [type]);
      await checkLocale(locale);
      return setTargets(strapi, { type, locale }, targets);
    },

    /**
     * The live documents behind a cell, last published first, of the types that `ability` may read.
     * @throws {ValidationError} naming `type` or `locale` when the site has no such one.
     */
    async entries(query: CoverageEntriesQuery, ability: Ability): Promise<CoverageEntries> {
      const types = chosenTypes(query.type);
      await checkLocale(query.locale);
      return listEntries(strapi, types, tagging().fieldNames(), query, ability);
    },

    /** What coverage can be filtered by. Locales only where a tagged type has any. */
    async filters(): Promise<CoverageFilters> {
      const types = tagging().taggedTypes();
      return {
        locales: types.some(isLocalized) ? await siteLocales(strapi) : [],
        types: types.map(({ uid, info }) => ({ uid, displayName: info.displayName })),
      };
    },
  };
}

function unknownValue(parameter: string, value: string, expected: string): Error {
  return new errors.ValidationError(`${parameter}: “${value}” is not ${expected}.`, {
    errors: [{ path: [parameter], message: `is not ${expected}`, name: 'ValidationError' }],
  });
}
