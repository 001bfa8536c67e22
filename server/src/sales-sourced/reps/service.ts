/** Profiles of reps, for those who manage them and for coverage. */
import type { MergeRepBody, RepProfile } from '../../../../contracts/reps';
import type { Strapi } from '../../strapi';
import { activateRep, confirmRep, deactivateRep } from './change';
import { contributorId, contributors } from './contributors';
import { eraseRep } from './erase';
import { mergeRep } from './merge';
import { listProfiles } from './profile';

export function repAdminService({ strapi }: { strapi: Strapi }) {
  return {
    list: () => listProfiles(strapi),
    /** The profile as the list has it. */
    async profile(rep: string): Promise<RepProfile | undefined> {
      return (await listProfiles(strapi)).find(({ documentId }) => documentId === rep);
    },
    /** Reps with a byline on a live entry, by name. */
    contributors: () => contributors(strapi),
    /** Row id of the one of them with that slug, or null. */
    contributorId: (slug: string) => contributorId(strapi, slug),
    confirm: (rep: string) => confirmRep(strapi, rep),
    activate: (rep: string) => activateRep(strapi, rep),
    deactivate: (rep: string) => deactivateRep(strapi, rep),
    merge: (rep: string, body: MergeRepBody) => mergeRep(strapi, rep, body),
    erase: (rep: string) => eraseRep(strapi, rep),
  };
}
