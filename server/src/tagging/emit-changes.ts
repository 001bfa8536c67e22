/** The event that tells of changed tags, once all is committed. */
import { EVENTS, PLUGIN_ID } from '../constants';
import { afterCommit, type Strapi } from '../strapi';
import type { NamedTags } from './terms';

/** Slugs of an entry's tags, in alphabetical order. */
export type Tags = NamedTags;

/** What `tags-changed` tells: the tags before and after, both as they are on the live version. */
export interface TagsChanged {
  uid: string;
  documentId: string;
  /** Null for types without locales. */
  locale: string | null;
  before: Tags;
  after: Tags;
}

/** Tells of changes after the commit of the transaction under way. Nobody waits for those who listen. */
export async function emitAfterCommit(strapi: Strapi, changes: TagsChanged[]): Promise<void> {
  if (changes.length === 0) return;
  await afterCommit(strapi, () => {
    void emitAll(strapi, changes);
  });
}

/** One after the other: who listens may ask the database for each of thousands. One who fails misses but that one. */
async function emitAll(strapi: Strapi, changes: TagsChanged[]): Promise<void> {
  for (const change of changes) {
    try {
      await strapi.eventHub.emit(EVENTS.tagsChanged, change);
    } catch (error) {
      strapi.log.error(`${PLUGIN_ID}: a listener to ${EVENTS.tagsChanged} failed.`, error);
    }
  }
}
