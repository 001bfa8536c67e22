/** What the public gets through the content API, which is never private. */
import { playgroundUrl } from './admin';

/** Attributes of items and reps that stay inside, and Strapi's own of who wrote what. */
const PRIVATE_KEYS = [
  ...['rep', 'workflowState', 'owner', 'dueDate', 'source', 'account', 'crmReference'],
  ...['declineReason', 'externalId', 'confirmed', 'approvedWording', 'mergedInto'],
  ...['stateBeforeMerge', 'email', 'adminUser', 'active', 'erased', 'createdBy', 'updatedBy'],
];

export interface PublicEntry {
  documentId: string;
  contributors: { displayName: string }[];
}

/** What `/api` answers to who did not sign in. */
export async function readPublic(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${playgroundUrl()}/api${path}`, {
    headers: { connection: 'close' },
  });
  return { status: response.status, text: await response.text() };
}

/** Entries, after a look through the whole answer: it holds no private attribute and no secret. */
export async function publicEntries(path: string, secrets: string[]): Promise<PublicEntry[]> {
  const { status, text } = await readPublic(path);
  const told = secrets.filter((secret) => text.includes(secret));
  const keys = PRIVATE_KEYS.filter((key) => text.includes(`"${key}":`));
  expect({ path, status, told, keys }).toEqual({ path, status: 200, told: [], keys: [] });
  return [(JSON.parse(text) as { data: PublicEntry | PublicEntry[] }).data].flat();
}

/** The names on each entry. */
export const bylines = (entries: PublicEntry[]) =>
  entries.map(({ contributors }) => contributors.map(({ displayName }) => displayName));
