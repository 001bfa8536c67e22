/**
 * What front-ends import from `strapi-plugin-buyer-journey/contracts`: the answers of the content API, as types and as zod schemas to
 * check them by.
 */
export {
  contentEntry,
  contentPage,
  journey,
  journeyStage,
  nextEntries,
  nextEntry,
} from './delivery';
export type {
  ContentEntry,
  ContentPage,
  Journey,
  JourneyStage,
  NextEntries,
  NextEntry,
} from './delivery';
