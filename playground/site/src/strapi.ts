/** What the site asks Strapi, and nothing else does. */
import { HTTPBadRequestError, strapi } from '@strapi/client';
import type { ContentPage, Journey, NextEntries } from 'strapi-plugin-buyer-journey/contracts';

import type { Block } from './blocks';
import type { EntryType } from './entry-types';

export const STRAPI_URL = process.env.STRAPI_URL || 'http://127.0.0.1:1337';

const PLUGIN = { name: 'buyer-journey' };
const client = strapi({ baseURL: `${STRAPI_URL}/api` });

export interface Term {
  slug: string;
  name: string;
}

export interface Stage extends Term {
  buyerQuestion: string | null;
  description: string | null;
}

export interface Rep {
  slug: string;
  displayName: string;
  jobTitle: string | null;
  photo?: { url: string; width: number; height: number } | null;
}

/** An entry as its own type has it, with its tags. */
export interface WholeEntry {
  documentId: string;
  publishedAt: string;
  journeyStage?: Term | null;
  personas?: Term[];
  contributors?: Rep[];
  [attribute: string]: unknown;
}

/** What a buyer asked, with the answer. */
export interface Question {
  documentId: string;
  slug: string;
  buyerWords: string;
  answer: Block[] | null;
  publishedAt: string;
  stage?: Term | null;
  contributors?: Rep[];
  /** Entries that answer it. */
  answeredBy?: { type: string; documentId: string; title: string | null; slug: string | null }[];
}

/** Asks one of the plugin's routes across content types; parameters without a value are left out. */
async function ask<Answer>(
  path: string,
  parameters: Record<string, string | undefined> = {}
): Promise<Answer> {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => !!pair[1]);
  const query = new URLSearchParams(given).toString();
  const response = await client.fetch(`/buyer-journey/${path}${query && `?${query}`}`);
  return (await response.json()) as Answer;
}

/** The stages in order, each with its newest entries. */
export const journey = (persona?: string) =>
  ask<Journey>('journey', { persona, limit: '3' }).then(({ data }) => data);

/**
 * A page of what a stage has, for a persona and for everyone; `cursor` is that of the page before. Undefined when the cursor is
 * of another time: an address that somebody kept.
 */
export async function content(stage: string, persona?: string, cursor?: string) {
  const asked = { stage, persona, everyone: persona && 'true', pageSize: '12', withCount: 'true' };
  try {
    return await ask<ContentPage>('content', { ...asked, cursor });
  } catch (error) {
    if (cursor && error instanceof HTTPBadRequestError) return undefined;
    throw error;
  }
}

/** What to read after an entry. */
export const nextAfter = ({ path }: EntryType, documentId: string, persona?: string) =>
  ask<NextEntries>(`content/${path}/${documentId}/next`, { persona }).then(({ data }) => data);

/** The personas, and the slug of the one that an address names; a name that is no persona's counts for nobody. */
export async function readers({ searchParams }: URL) {
  const { data: personas } = await ask<{ data: Term[] }>('personas');
  const named = searchParams.get('persona');
  return { personas, persona: personas.find(({ slug }) => slug === named)?.slug };
}

const IN_ORDER = { sort: 'position:asc' };
const BYLINE = { fields: ['slug', 'displayName', 'jobTitle'], populate: ['photo'] };

/** An entry of the site's own content types by its slug, through Strapi's own route. */
export async function entryBySlug({ path }: EntryType, slug: string) {
  const { data } = await client.collection(path).find({
    filters: { slug },
    populate: { journeyStage: true, personas: IN_ORDER, contributors: BYLINE },
    pagination: { pageSize: 1 },
  });
  return (data as unknown as WholeEntry[])[0];
}

/** What buyers asked and objected, newest answers first, or the one of that slug. */
export async function questions(slug?: string) {
  const { data } = await client.collection('sales-sourced', { plugin: PLUGIN }).find({
    filters: { kind: { $in: ['question', 'objection'] }, ...(slug ? { slug } : {}) },
    populate: { stage: true, contributors: BYLINE },
    sort: 'publishedAt:desc',
    pagination: { pageSize: 100 },
  });
  return data as unknown as Question[];
}
