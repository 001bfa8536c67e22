/** How far a site is on the way from nothing to a grid, as its content and settings show it. */
import {
  SETUP_STEPS,
  type OptionalStep,
  type Placed,
  type Setup,
  type SetupStep,
} from '../../../contracts/setup';
import { PLUGIN_ID } from '../constants';
import { getService } from '../services';
import { oneAtATime, type Strapi } from '../strapi';

/** In the core store: the steps that somebody skipped. Nothing else of setting up is kept. */
const KEY = 'skipped-setup-steps';

export function setupService({ strapi }: { strapi: Strapi }) {
  const store = () => strapi.store({ type: 'plugin', name: PLUGIN_ID });

  const skippedSteps = async (): Promise<SetupStep[]> =>
    ((await store().get({ key: KEY })) as SetupStep[] | null) ?? [];

  /** Which steps are done: read off what there is, so that it does not matter who did them, and where. */
  async function doneSteps(types: Placed[]): Promise<Record<SetupStep, boolean>> {
    const taxonomy = getService(strapi, 'taxonomy');
    const offered = (terms: { retired: boolean }[]) => terms.some(({ retired }) => !retired);
    const entries = types.reduce((sum, { total }) => sum + total, 0);
    return {
      stages: offered(await taxonomy.stages()),
      personas: offered(await taxonomy.personas()),
      types: types.length > 0,
      suggestions: (await getService(strapi, 'tagging-rules').count()) > 0,
      backlog: entries > 0 && types.every(({ left }) => left === 0),
    };
  }

  async function read(): Promise<Setup> {
    const types = await getService(strapi, 'tagging').countPlaced();
    const done = await doneSteps(types);
    const skipped = await skippedSteps();
    const steps = SETUP_STEPS.map((step): Setup['steps'][number] => ({
      step,
      state: done[step] ? 'done' : skipped.includes(step) ? 'skipped' : 'open',
    }));
    return { steps, types };
  }

  return {
    read,

    /** Has the site do without a step, or takes that back. */
    async skip(step: OptionalStep, isSkipped: boolean): Promise<Setup> {
      await oneAtATime(strapi, async () => {
        const others = (await skippedSteps()).filter((one) => one !== step);
        await store().set({ key: KEY, value: isSkipped ? [...others, step] : others });
      });
      return read();
    },
  };
}
