/** Walking through all pages finds, in order, what a plain loop over the documents finds; on random worlds. */
import type { ContentEntry } from '../../contracts/delivery';
import { allowPublic } from '../site/client';
import { contentPage, walk } from '../site/walk';
import { buildWorld } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { readWorld, type LiveVersion, type LiveWorld } from '../worlds/live-documents';
import { search, startWorldSite, type WorldSite } from '../worlds/site';
import { LOCALES, TAGGED_UIDS } from '../worlds/site-types';

let world: WorldSite;
beforeAll(async () => {
  world = await startWorldSite();
  await allowPublic(
    world.site,
    'plugin::buyer-journey.content.find',
    'plugin::buyer-journey.journey.find',
    ...['stage', 'persona', 'rep'].map((name) => `plugin::buyer-journey.${name}.find`),
    ...TAGGED_UIDS.map((uid) => `${uid}.find`)
  );
});
afterAll(() => world.site.remove());

interface Asked {
  locale: string;
  stage?: string;
  persona?: string;
  everyone?: boolean;
  type?: string;
  sort?: 'publishedAt:desc' | 'publishedAt:asc';
}

/** The twin: every live version of the locale, filtered and sorted by plain comparisons. */
function expected(live: LiveWorld, asked: Asked): string[] {
  const stages = asked.stage?.split(',');
  const personas = asked.persona?.split(',');
  const isMeant = ({ stage, personas: own, locale }: LiveVersion) =>
    (locale === null || locale === asked.locale) &&
    (!stages || (stage !== null && stages.includes(stage.slug))) &&
    (!personas ||
      own.some(({ slug }) => personas.includes(slug)) ||
      (asked.everyone === true && own.length === 0));
  const direction = asked.sort === 'publishedAt:asc' ? 1 : -1;
  return live.documents
    .filter(({ type }) => !asked.type || asked.type.split(',').includes(type))
    .flatMap(({ type, documentId, versions }) =>
      versions
        .filter(isMeant)
        .map(({ publishedAt, locale }) => ({ type, documentId, locale, at: publishedAt.getTime() }))
    )
    .sort(
      (a, b) =>
        direction * (a.at - b.at || compare(a.type, b.type) || compare(a.documentId, b.documentId))
    )
    .map(({ type, documentId, locale }) => `${type} ${documentId} ${locale}`);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const keyOf = ({ type, documentId, locale }: ContentEntry) => `${type} ${documentId} ${locale}`;

test('walks equal the sorted, filtered set of a plain loop', async () => {
  const { site } = world;
  await checkWorlds(worldCount(6), async (plan) => {
    await buildWorld(site, plan, { now: Date.now() - 1000, defaultStaleAfterDays: 180 });
    const live = await readWorld(site);
    const stage = live.stages[0]?.slug ?? 'none-such';
    const persona = live.personas[0]?.slug ?? 'none-such';
    const other = live.personas.at(-1)?.slug ?? 'none-such';
    const questions: Asked[] = LOCALES.flatMap((locale) => [
      { locale },
      { locale, sort: 'publishedAt:asc' as const },
      { locale, stage, persona },
      { locale, stage: live.stages.map(({ slug }) => slug).join(',') || 'none-such' },
      { locale, persona: `${persona},${other}`, everyone: true },
      { locale, type: TAGGED_UIDS.slice(0, 2).join(','), sort: 'publishedAt:asc' as const },
    ]);
    for (const asked of questions) {
      const wanted = expected(live, asked);
      const query = search({ ...asked, pageSize: 3 });
      const found = await walk(site, query);
      expect({ query, found: found.map(keyOf) }).toEqual({ query, found: wanted });
      const { meta } = await contentPage(site, `${query}&withCount=true`);
      expect({ query, total: meta.pagination.total }).toEqual({ query, total: wanted.length });
    }
    expectTags(live, await walk(site, 'pageSize=100'));
    await expectJourney(live);
  });
});

/** Each entry carries the tags of its live version. */
function expectTags(live: LiveWorld, entries: ContentEntry[]): void {
  for (const entry of entries) {
    const version = live.documents
      .find(({ type, documentId }) => type === entry.type && documentId === entry.documentId)
      ?.versions.find(({ locale }) => locale === entry.locale);
    expect(entry.title).toBe(version?.title);
    expect(entry.stage?.slug ?? null).toBe(version?.stage?.slug ?? null);
    expect(entry.personas?.map(({ slug }) => slug).sort()).toEqual(
      version?.personas.map(({ slug }) => slug).sort()
    );
    expect(entry.contributors?.map(({ slug }) => slug).sort()).toEqual(
      [...(version?.contributors ?? [])].sort()
    );
  }
}

/** Each stage has its newest entries and their number. */
async function expectJourney(live: LiveWorld): Promise<void> {
  const { site } = world;
  const response = await fetch(`${site.url}/api/buyer-journey/journey?limit=2`);
  const { data } = (await response.json()) as {
    data: { stage: { slug: string }; entries: ContentEntry[]; total: number }[];
  };
  expect(data.map(({ stage }) => stage.slug)).toEqual(live.stages.map(({ slug }) => slug));
  for (const { stage, entries, total } of data) {
    const wanted = expected(live, { locale: 'en', stage: stage.slug });
    expect({ stage: stage.slug, total, entries: entries.map(keyOf) }).toEqual({
      stage: stage.slug,
      total: wanted.length,
      entries: wanted.slice(0, 2),
    });
  }
}
