/** Merging stages and personas of random worlds: every entry, item and target, there and back. */
import fc from 'fast-check';

import type { MergeResult, TermUses } from '../../contracts/taxonomy-terms';
import { rowsOf } from '../../server/src/strapi';
import { call, get } from '../site/client';
import { listen } from '../site/events';
import { exportedUses, undoWith } from '../site/merges';
import type { Site } from '../site/site';
import { buildWithItems, plansWithItems, type PlanWithItems } from '../worlds/with-items';
import { PERSONA, STAGE } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { startWorldSite } from '../worlds/site';
import { afterMerge, countUses, readTags } from '../worlds/tag-state';

const NOW = Date.now();
const TAGS_CHANGED = 'buyer-journey.tags-changed';

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
});
afterAll(() => site.remove());

interface Term {
  documentId: string;
  slug: string;
}
interface Plan extends PlanWithItems {
  kind: 'stages' | 'personas';
  from: number;
  /** How many terms after that one. */
  step: number;
}
const plans: fc.Arbitrary<Plan> = fc
  .record({
    plan: plansWithItems,
    kind: fc.constantFrom('stages' as const, 'personas' as const),
    from: fc.nat(20),
    step: fc.nat(5),
  })
  .map(({ plan, ...merge }) => ({ ...plan, ...merge }));

/** Live versions of opted-in types whose tags differ, as `type documentId locale`. */
function changedLive(before: Awaited<ReturnType<typeof readTags>>, after: typeof before): string[] {
  return Object.keys(before.rows).filter((key) => {
    const [uid = '', , , version] = key.split(' ');
    if (!uid.startsWith('api::') || uid.includes('memo')) return false;
    const isLive = version === 'published' || /faq|guide/.test(uid);
    return isLive && sorted(before.rows[key]?.links) !== sorted(after.rows[key]?.links);
  });
}
const sorted = (links: Record<string, string[]> = {}) =>
  JSON.stringify(Object.values(links).map((slugs) => [...slugs].sort()));

test('a merge leaves every tag as it has to be, tells of it, and is undone without a trace', async () => {
  let merges = 0;
  await checkWorlds(
    worldCount(12),
    async ({ kind, from, step, ...plan }: Plan) => {
      await buildWithItems(site, plan, NOW);
      const uid = kind === 'stages' ? STAGE : PERSONA;
      const all = () => rowsOf<Term>(site.strapi, uid).findMany({ orderBy: { slug: 'asc' } });
      const terms = await all();
      const old = terms[from % terms.length];
      const others = terms.filter((term) => term !== old);
      const target = others[step % others.length];
      if (!old || !target) return;
      merges += 1;
      const before = await readTags(site);
      const path = `/buyer-journey/taxonomy/${kind}/${old.documentId}`;
      const list = await exportedUses(site, path, token);
      const uses = (await get(site, `${path}/uses`, token)).body.data as TermUses;
      expect(list.rows).toHaveLength(countUses(before, old.slug));

      const { told, stop } = listen<Record<string, string | null>>(site, TAGS_CHANGED);
      const toldKeys = () =>
        told
          .map(({ uid: type, documentId, locale }) => [type, documentId, locale].join(' '))
          .sort();
      const body = { into: target.documentId };
      const merged = await call(site, 'POST', `${path}/merge`, { token, body });
      expect([merged.status, merged.body.error]).toEqual([200, undefined]);
      const after = await readTags(site);
      expect(after).toEqual(afterMerge(before, old.slug, target.slug));
      expect((merged.body.data as MergeResult).groups).toEqual(uses.groups);
      expect((await all()).map(({ slug }) => slug)).not.toContain(old.slug);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const expected = changedLive(before, after).map((key) =>
        key.split(' ').slice(0, 3).join(' ')
      );
      expect(toldKeys()).toEqual(expected.sort());
      told.length = 0;

      const undone = await undoWith(site, token, list.text);
      expect([undone.status, undone.body.error]).toEqual([200, undefined]);
      expect(await readTags(site)).toEqual(before);
      const withoutIds = (rows: Term[]) => rows.map((row) => ({ ...row, id: null }));
      expect(withoutIds(await all())).toEqual(withoutIds(terms));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(toldKeys()).toEqual(expected);
      stop();
      // Once is enough.
      expect((await undoWith(site, token, list.text)).status).toBe(400);
    },
    plans
  );
  expect(merges).toBeGreaterThan(0);
});
