/** Working off a bulk run, chunk by chunk, while the site goes on answering. */
import { errors } from '@strapi/utils';
import { setTimeout } from 'node:timers/promises';

import { PLUGIN_ID } from '../../constants';
import type { Ability } from '../../read-access';
import { inTransaction, type Strapi } from '../../strapi';
import { runs, type RunRow } from '../run-ledger';
import { passOver, workOnChunk, type Step } from './chunk';
import { isPassing, isWithoutConnection } from './passing';
import { ending, mustFind } from './runs';
import { workerOf } from './worker';

/** Entries in one transaction: few enough that nobody waits long for it. */
const CHUNK = 200;
/** Milliseconds in which others have the database to themselves. */
const PAUSE = 5;
/** How often a chunk is tried again that fails as it is, and the milliseconds before each time. */
const TRIES = 3;
const BEFORE_RETRY = 200;

interface Work {
  isStopping: boolean;
  ended: Promise<void>;
}

const works = new WeakMap<Strapi, Set<Work>>();

/** Works off the run without anybody waiting for it. */
export function workInBackground(strapi: Strapi, id: number, ability: Ability): void {
  const ofSite = works.get(strapi) ?? new Set();
  works.set(strapi, ofSite);
  const work: Work = { isStopping: false, ended: Promise.resolve() };
  ofSite.add(work);
  work.ended = workOff(strapi, id, ability, work).finally(() => {
    ofSite.delete(work);
  });
}

/** Stops what this instance works on after the chunk under way: it goes down, and what is left can be resumed. */
export async function stopWork(strapi: Strapi): Promise<void> {
  const ofSite = [...(works.get(strapi) ?? [])];
  for (const work of ofSite) work.isStopping = true;
  await Promise.all(ofSite.map(({ ended }) => ended));
}

async function workOff(strapi: Strapi, id: number, ability: Ability, work: Work): Promise<void> {
  try {
    const run = await mustFind(strapi, id);
    for (let step: Step = { after: 0 }, limit = CHUNK; step !== 'stopped';) {
      if (work.isStopping) {
        await end(strapi, id, 'interrupted');
        return;
      }
      const { after } = step;
      const tried = await tryChunk(strapi, run, ability, { after, limit });
      step = tried.step;
      // Smaller ones where one failed, until the entry is found that is the cause; then larger ones again.
      limit = tried.isWhole ? Math.min(CHUNK, limit * 2) : Math.max(1, Math.floor(limit / 2));
      await setTimeout(PAUSE);
    }
  } catch (error) {
    strapi.log.error(`${PLUGIN_ID}: a run of bulk tagging had to stop.`, error);
    const problem = error instanceof errors.ApplicationError ? (error as Error).message : null;
    await end(strapi, id, 'failed', problem).catch(() => undefined);
  }
}

/** Unless it is no longer this instance's run. */
async function end(
  strapi: Strapi,
  id: number,
  state: 'failed' | 'interrupted',
  problem: string | null = null
): Promise<void> {
  const own = { id, worker: workerOf(strapi) };
  await inTransaction(strapi, (trx) => ending(runs(strapi, trx).where(own), state, problem));
}

interface Tried {
  step: Step;
  /** False when it failed: what comes next begins at the same place. */
  isWhole: boolean;
}

async function tryChunk(
  strapi: Strapi,
  run: RunRow,
  ability: Ability,
  place: { after: number; limit: number }
): Promise<Tried> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { step: await workOnChunk(strapi, run, ability, place), isWhole: true };
    } catch (error) {
      // The whole run cannot go on: a tag was deleted, or a rep may not be named any more.
      if (error instanceof errors.ApplicationError) throw error;
      if (tries <= TRIES && isPassing(error)) {
        await setTimeout(BEFORE_RETRY * tries);
      } else if (isWithoutConnection(error)) {
        // No entry is the cause: what is left can be resumed.
        throw error;
      } else if (place.limit > 1) {
        return { step: { after: place.after }, isWhole: false };
      } else {
        return { step: await passOver(strapi, run, place.after, error), isWhole: true };
      }
    }
  }
}
