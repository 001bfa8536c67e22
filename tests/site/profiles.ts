/** Profiles of personas in tests: the routes of the admin, and who calls them. */
import type { Evidence, PersonaProfile } from '../../contracts/persona-profile';
import { call, get, type Answer } from './client';
import type { Site } from './site';

const BASE = '/buyer-journey/personas';

export const READ_PERSONAS = 'plugin::buyer-journey.personas.read';
export const EDIT_PERSONAS = 'plugin::buyer-journey.personas.edit';
export const PERSONA_UID = 'plugin::buyer-journey.persona';

/** A call to a route of persona profiles. */
export const personas = (
  site: Site,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  token: string,
  body?: object
): Promise<Answer> => call(site, method, BASE + path, { token, body });

/** The profile as it is told; anything but a 200 fails. */
export async function profileOf(
  site: Site,
  token: string,
  documentId: string
): Promise<PersonaProfile> {
  return profileIn(await personas(site, 'GET', `/${documentId}`, token));
}

/** The profile in an answer; anything but a 200 fails. */
export function profileIn({ status, body, text }: Answer): PersonaProfile {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body.data as PersonaProfile;
}

/** Adds evidence, and answers with the entry. */
export async function addEvidence(
  site: Site,
  token: string,
  documentId: string,
  entry: object
): Promise<Evidence> {
  const answer = await personas(site, 'POST', `/${documentId}/evidence`, token, entry);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.data as Evidence;
}

/** Who the token belongs to. */
export async function userOf(site: Site, token: string): Promise<{ id: number; name: string }> {
  const { body } = await get(site, '/admin/users/me', token);
  const { id, firstname, lastname } = body.data as Record<'firstname' | 'lastname', string> & {
    id: number;
  };
  return { id, name: `${firstname} ${lastname}` };
}
