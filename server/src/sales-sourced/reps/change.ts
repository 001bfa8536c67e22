/** Confirming, deactivating and activating profiles of reps; each throws a NotFoundError where there is none. */
import { errors } from '@strapi/utils';

import { REP_UID } from '../../constants';
import { documentsOf, oneAtATime, type Strapi } from '../../strapi';
import { profileOf, stateOf, type ProfileRow } from './profile';

/**
 * Somebody knows the person behind the address that a tool sent.
 * @throws {ValidationError} for a profile that was merged or erased.
 */
export function confirmRep(strapi: Strapi, documentId: string): Promise<void> {
  return change(strapi, documentId, { confirmed: true }, (profile) => {
    mustBeThere(profile, 'confirmed');
  });
}

/** Takes the rep out of use, and all bylines off at once: `guardRepChanges` sees to that. */
export function deactivateRep(strapi: Strapi, documentId: string): Promise<void> {
  return change(strapi, documentId, { active: false });
}

/**
 * Makes the rep contribute again. Bylines that were taken off do not come back by themselves.
 * @throws {ValidationError} for a profile that was merged or erased.
 */
export function activateRep(strapi: Strapi, documentId: string): Promise<void> {
  return change(strapi, documentId, { active: true }, (profile) => {
    mustBeThere(profile, 'activated');
  });
}

function change(
  strapi: Strapi,
  documentId: string,
  data: object,
  check?: (profile: ProfileRow) => void
): Promise<void> {
  return oneAtATime(strapi, async () => {
    const profile = await profileOf(strapi, documentId);
    check?.(profile);
    await documentsOf(strapi, REP_UID).update({ documentId, data });
  });
}

/** @throws {ValidationError} that says what to do instead. */
export function mustBeThere(profile: ProfileRow, done: string): void {
  const state = stateOf(profile);
  if (state === 'erased') {
    throw new errors.ValidationError(
      `An erased profile cannot be ${done}. The rep can make a new one by contributing again.`
    );
  }
  if (state === 'merged') {
    throw new errors.ValidationError(
      `A merged profile cannot be ${done}. Choose the one that it became part of.`
    );
  }
}
