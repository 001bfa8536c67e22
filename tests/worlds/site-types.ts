/** The content types of every random world: each kind that Strapi knows, once. */
import type { Schema } from '../site/site';
import { contentType } from '../site/types';

export interface WorldType {
  name: string;
  draftAndPublish: boolean;
  localized: boolean;
  kind: 'collectionType' | 'singleType';
  /** Whether the type opted in; tags of the others must not count. */
  enabled: boolean;
}

const type = (name: string, more: Partial<WorldType> = {}): WorldType => ({
  name,
  draftAndPublish: true,
  localized: false,
  kind: 'collectionType',
  enabled: true,
  ...more,
});

export const WORLD_TYPES: WorldType[] = [
  type('article', { localized: true }),
  type('guide', { localized: true, draftAndPublish: false }),
  type('faq', { draftAndPublish: false }),
  // Long enough for Strapi to shorten the names of its link tables.
  type('customer-success-story-of-a-rather-long-kind'),
  type('homepage', { localized: true, kind: 'singleType' }),
  type('memo', { enabled: false }),
];

/** Locales of every world; the first is the default one. */
export const LOCALES = ['en', 'de', 'fr'] as const;
export type WorldLocale = (typeof LOCALES)[number];

export const uidOf = ({ name }: WorldType): string => `api::${name}.${name}`;

/** Uids of the types that opted in. */
export const TAGGED_UIDS = WORLD_TYPES.filter(({ enabled }) => enabled).map(uidOf);

/** The types as `startSite` wants them. */
export const worldSchemas = (): Schema[] =>
  WORLD_TYPES.map(({ name, ...options }) => contentType(name, options));
