/** Profiles of reps, for those who manage them. */
import type { MergeRepBody, RepProfile } from '../../../../contracts/reps';
import type { Strapi } from '../../strapi';
import { activateRep, confirmRep, deactivateRep } from './change';
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
    confirm: (rep: string) => confirmRep(strapi, rep),
    activate: (rep: string) => activateRep(strapi, rep),
    deactivate: (rep: string) => deactivateRep(strapi, rep),
    merge: (rep: string, body: MergeRepBody) => mergeRep(strapi, rep, body),
    erase: (rep: string) => eraseRep(strapi, rep),
  };
}
