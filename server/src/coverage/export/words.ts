/** What an export says about itself: when, of what, and what its columns mean. */
import { EVERYONE, NO_STAGE, type CoverageExportQuery } from '../../../../contracts/coverage';
import type { PluginConfig } from '../../config';
import { PERSONA_UID, PLUGIN_ID, STAGE_UID } from '../../constants';
import type { CsvField } from '../../csv';
import { getService } from '../../services';
import { rowsOf, siteLocales, type Strapi } from '../../strapi';
import { chosenTypes } from '../look';

/** A label and what it stands for. */
export type HeadLine = [string, CsvField];

/** The moment of an export and its filters in words; every filter is named, also where all is looked at. */
export async function headOf(
  strapi: Strapi,
  title: string,
  { type, locale, contributor, ...query }: CoverageExportQuery
): Promise<HeadLine[]> {
  const { coverage } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const days = query.staleAfterDays ?? coverage.staleAfterDays;
  const types = chosenTypes(strapi, type).map(({ info }) => info.displayName);
  return [
    ['export', title],
    ['date (UTC)', new Date(Date.now()).toISOString().slice(0, 16).replace('T', ' ')],
    ['content types', type ? types.join(', ') : 'all'],
    ['locale', locale === undefined ? 'all' : await localeName(strapi, locale)],
    ['contributor', contributor === undefined ? 'all' : await repName(strapi, contributor)],
    ['last published', publishedWords(query)],
    ['fresh only', query.freshOnly ? 'yes' : 'no'],
    ['fresh means', `last published, or saved without draft & publish, at most ${days} days ago`],
  ];
}

/** Where entries stand, in words. */
export async function placeWords(
  strapi: Strapi,
  { stage, persona, fromSales }: CoverageExportQuery
): Promise<HeadLine[]> {
  return [
    ['stage', await termName(strapi, STAGE_UID, stage, { [NO_STAGE]: 'without a stage' })],
    ['persona', await termName(strapi, PERSONA_UID, persona, { [EVERYONE]: 'Everyone' })],
    ['sales-sourced only', fromSales ? 'yes' : 'no'],
  ];
}

function publishedWords({ publishedFrom, publishedTo }: CoverageExportQuery): string {
  if (publishedFrom === undefined && publishedTo === undefined) return 'at any time';
  const from = publishedFrom === undefined ? '' : `from ${publishedFrom}`;
  const to = publishedTo === undefined ? '' : `to ${publishedTo}`;
  return `${[from, to].filter(Boolean).join(' ')} (UTC)`;
}

async function localeName(strapi: Strapi, locale: string): Promise<string> {
  return (await siteLocales(strapi)).find(({ code }) => code === locale)?.name ?? locale;
}

async function repName(strapi: Strapi, slug: string): Promise<string> {
  const reps = await getService(strapi, 'rep-admin').contributors();
  return reps.find((rep) => rep.slug === slug)?.displayName ?? slug;
}

/** Name of a stage or persona; the address may name what is not there. */
async function termName(
  strapi: Strapi,
  uid: string,
  slug: string | undefined,
  special: Partial<Record<string, string>>
): Promise<string> {
  if (slug === undefined) return 'all';
  const term = await rowsOf<{ name: string }>(strapi, uid).findOne({ where: { slug } });
  return special[slug] ?? term?.name ?? slug;
}
