/** What a question about coverage looks at: content types, and which of their live versions count. */
import type { CoverageQuery } from '../../../contracts/coverage';
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../constants';
import { DAY_IN_MS } from '../days';
import { refusal } from '../refusal';
import { getService } from '../services';
import type { Narrowing } from './targets';
import { siteLocales, type ContentTypeSchema, type Strapi } from '../strapi';

/** Which live versions of a type count; without anything all do. */
export interface Look {
  locale?: string;
  /** Last published at this moment or later. */
  since?: Date;
  /** Last published before this moment. */
  before?: Date;
  /** Row id of a rep who is named as contributor. */
  contributorId?: number;
  /** Only what sales has a part in: see `whereFromSales`. */
  fromSales?: boolean;
}

/** A question with its words looked up. */
export interface Asked {
  types: ContentTypeSchema[];
  look: Look;
  /** Whose targets hold. */
  narrowing: Narrowing;
  /** Versions published at this moment or later are fresh. */
  freshSince: Date;
}

/**
 * Looks up what a question is about.
 * @throws {ValidationError} naming `type`, `locale` or `contributor` when the site has no such one.
 */
export async function understand(strapi: Strapi, query: CoverageQuery): Promise<Asked> {
  const types = chosenTypes(strapi, query.type);
  await checkLocale(strapi, query.locale);
  const freshSince = freshMoment(strapi, query.staleAfterDays);
  const { since, before } = publishedBetween(query, freshSince);
  const contributorId = await contributorOf(strapi, query.contributor);
  const { locale } = query;
  return {
    types,
    freshSince,
    look: { locale, since, before, contributorId },
    narrowing: { locale, type: query.type?.length === 1 ? query.type[0] : undefined },
  };
}

/** Tagged types, or those of them that were asked for. */
export function chosenTypes(strapi: Strapi, uids: string[] | undefined): ContentTypeSchema[] {
  const tagging = getService(strapi, 'tagging');
  const wanted = uids?.map((uid) => tagging.taggedType(uid));
  return tagging.taggedTypes().filter((type) => wanted?.includes(type) ?? true);
}

/** @throws {ValidationError} naming `locale` when the site has no such one. */
export async function checkLocale(strapi: Strapi, locale: string | undefined): Promise<void> {
  if (locale === undefined) return;
  const locales = await siteLocales(strapi);
  if (!locales.some(({ code }) => code === locale)) {
    throw unknownValue('locale', locale, 'a locale of this site');
  }
}

function freshMoment(strapi: Strapi, staleAfterDays: number | undefined): Date {
  const { coverage } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  return new Date(Date.now() - (staleAfterDays ?? coverage.staleAfterDays) * DAY_IN_MS);
}

/** From the start of one day to the end of another, both in UTC; the later start counts. */
function publishedBetween(
  { publishedFrom, publishedTo, freshOnly }: CoverageQuery,
  freshSince: Date
): Pick<Look, 'since' | 'before'> {
  const from = publishedFrom === undefined ? undefined : new Date(publishedFrom);
  const fresh = freshOnly ? freshSince : undefined;
  return {
    since: from && fresh ? new Date(Math.max(from.getTime(), fresh.getTime())) : (from ?? fresh),
    before: publishedTo === undefined ? undefined : new Date(Date.parse(publishedTo) + DAY_IN_MS),
  };
}

async function contributorOf(
  strapi: Strapi,
  slug: string | undefined
): Promise<number | undefined> {
  if (slug === undefined) return undefined;
  const id = await getService(strapi, 'rep-admin').contributorId(slug);
  if (id === null) throw unknownValue('contributor', slug, 'a rep with a byline on live content');
  return id;
}

/**
 * Document id of a stage or persona.
 * @throws {ValidationError} naming `field` when none of `terms` has the slug.
 */
export function idOfTerm(
  field: 'stage' | 'persona',
  slug: string,
  terms: { slug: string; documentId: string }[]
): string {
  const term = terms.find((known) => known.slug === slug);
  if (!term) throw unknownValue(field, slug, `a ${field} of this site`);
  return term.documentId;
}

const unknownValue = (parameter: string, value: string, expected: string) =>
  refusal(parameter, `“${value}” is not ${expected}`);
