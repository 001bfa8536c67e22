/** Opting in: which types get the tag fields, under which names, and that tags outlive every version. */
import type { TaggingContentTypes } from '../../contracts/tagging';
import { rowsOf } from '../../server/src/strapi';
import { allowPublic, call, get, signIn } from '../site/client';
import {
  createDocument,
  emptyTypes,
  publishDocument,
  updateDocument,
  versionsOf,
} from '../site/documents';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Schema, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const PAGE = 'api::page.page';
const IMPRINT = 'api::imprint.imprint';
const NOTE = 'api::note.note';
const LEAFLET = 'api::leaflet.leaflet';
const TAGS = ['journeyStage', 'personas', 'contributors'];

const types: Schema[] = [
  contentType('article'),
  contentType('faq', { draftAndPublish: false }),
  contentType('page', { kind: 'singleType' }),
  contentType('imprint', { kind: 'singleType', draftAndPublish: false }),
  contentType('note', { enabled: undefined }),
  contentType('leaflet', { enabled: false }),
];

interface TaggedRow {
  publishedAt: string | null;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
  contributors: { slug: string }[];
}

let site: Site;
let token: string;
/** Row ids of what the tests tag with. */
let tags: { journeyStage: number; personas: number[]; contributors: number[] };
beforeAll(async () => {
  site = await startSite({ types });
  token = await signIn(site);
  tags = {
    journeyStage: (await aStage(site, 'Decision')).id,
    personas: [(await aPersona(site, 'CFO')).id, (await aPersona(site, 'Champion')).id],
    contributors: [(await aRep(site, 'Maya')).id],
  };
});
afterAll(() => site.remove());
const removeContent = () => emptyTypes(site, ARTICLE, FAQ, PAGE, IMPRINT);

/** Tags of each row of a type, drafts first: `decision | cfo champion | maya`. */
async function tagsOf(uid: string): Promise<string[]> {
  const rows = await rowsOf<TaggedRow>(site.strapi, uid).findMany({
    populate: TAGS,
    orderBy: { id: 'asc' },
  });
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug).join(' ');
  return rows
    .sort((a, b) => Number(a.publishedAt !== null) - Number(b.publishedAt !== null))
    .map(({ journeyStage, personas, contributors }) =>
      [journeyStage?.slug ?? '', slugs(personas), slugs(contributors)].join(' | ')
    );
}
const TAGGED = 'decision | cfo champion | maya';

describe('opting in', () => {
  afterEach(removeContent);

  test('gives the fields to opted-in types, single and collection, with and without drafts, and to no other', () => {
    const own = (uid: string) =>
      Object.keys(site.strapi.contentType(uid as never).attributes).filter((name) =>
        TAGS.includes(name)
      );
    for (const uid of [ARTICLE, FAQ, PAGE, IMPRINT]) expect([uid, own(uid)]).toEqual([uid, TAGS]);
    for (const uid of [NOTE, 'admin::user', 'plugin::upload.file', 'plugin::buyer-journey.stage']) {
      expect([uid, own(uid)]).toEqual([uid, []]);
    }
  });

  test('is told to the admin, with the names of the fields', async () => {
    const { body } = await get(site, '/buyer-journey/tagging/content-types', token);
    const { fieldNames, contentTypes } = body.data as TaggingContentTypes;
    expect(Object.values(fieldNames)).toEqual(TAGS);
    expect(contentTypes.map(({ uid, state }) => [uid, state])).toEqual([
      [ARTICLE, 'optedIn'],
      [FAQ, 'optedIn'],
      [IMPRINT, 'optedIn'],
      [LEAFLET, 'optedOut'],
      [NOTE, 'available'],
      [PAGE, 'optedIn'],
    ]);
    expect(contentTypes.find(({ uid }) => uid === IMPRINT)).toMatchObject({
      displayName: 'Imprint',
      kind: 'singleType',
      draftAndPublish: false,
      localized: false,
    });
  });

  test.each([
    ['collection', 'collection-types', ARTICLE],
    ['collection', 'collection-types', FAQ],
    ['single', 'single-types', PAGE],
    ['single', 'single-types', IMPRINT],
  ])('lets an editor tag a %s type in the Content Manager (%s/%s)', async (kind, path, uid) => {
    const connect = (ids: number[]) => ({ connect: ids.map((id) => ({ id })) });
    const { status } = await call(
      site,
      kind === 'single' ? 'PUT' : 'POST',
      `/content-manager/${path}/${uid}`,
      {
        token,
        body: {
          title: 'T',
          journeyStage: connect([tags.journeyStage]),
          personas: connect(tags.personas),
          contributors: connect(tags.contributors),
        },
      }
    );
    expect([200, 201]).toContain(status);
    expect(await tagsOf(uid)).toEqual([TAGGED]);
  });

  test('lets a front end filter and populate natively', async () => {
    await allowPublic(
      site,
      'api::faq.faq.find',
      'plugin::buyer-journey.stage.find',
      'plugin::buyer-journey.persona.find'
    );
    await createDocument(site, FAQ, { title: 'Tagged', ...tags });
    await createDocument(site, FAQ, { title: 'Untagged' });
    const { body } = await get(
      site,
      '/api/faqs?filters[journeyStage][slug][$eq]=decision&populate=personas'
    );
    expect(body.data).toEqual([
      expect.objectContaining({
        title: 'Tagged',
        personas: [
          expect.objectContaining({ slug: 'cfo' }),
          expect.objectContaining({ slug: 'champion' }),
        ],
      }),
    ]);
  });
});

describe.each([ARTICLE, PAGE])('tags of %s', (uid) => {
  afterEach(removeContent);

  async function tagged(): Promise<string> {
    return (await createDocument(site, uid, { title: 'T', ...tags })).documentId;
  }

  test('survive publishing, changing, and publishing again', async () => {
    const documentId = await tagged();
    await publishDocument(site, uid, documentId);
    expect(await tagsOf(uid)).toEqual([TAGGED, TAGGED]);
    await updateDocument(site, uid, documentId, { title: 'Changed' });
    await publishDocument(site, uid, documentId);
    expect(await tagsOf(uid)).toEqual([TAGGED, TAGGED]);
  });

  test('survive unpublishing and publishing again', async () => {
    const documentId = await tagged();
    await publishDocument(site, uid, documentId);
    await versionsOf(site, uid).unpublish({ documentId });
    expect(await tagsOf(uid)).toEqual([TAGGED]);
    await publishDocument(site, uid, documentId);
    expect(await tagsOf(uid)).toEqual([TAGGED, TAGGED]);
  });

  test('come back from the published version when a draft is discarded', async () => {
    const documentId = await tagged();
    await publishDocument(site, uid, documentId);
    await updateDocument(site, uid, documentId, { journeyStage: null, personas: [] });
    expect(await tagsOf(uid)).toEqual([' |  | maya', TAGGED]);
    await versionsOf(site, uid).discardDraft({ documentId });
    expect(await tagsOf(uid)).toEqual([TAGGED, TAGGED]);
  });
});

describe('the configuration', () => {
  afterAll(() => site.restart({ types }));

  test('names the fields', async () => {
    const fieldNames = {
      journeyStage: 'buyingStage',
      personas: 'audience',
      contributors: 'voices',
    };
    await site.restart({ types, plugin: { fieldNames } });
    const attributes = Object.keys(site.strapi.contentType(FAQ as never).attributes);
    expect(attributes).toEqual(expect.arrayContaining(Object.values(fieldNames)));
    expect(attributes).not.toEqual(expect.arrayContaining(['journeyStage']));
    const { body } = await get(site, '/buyer-journey/tagging/content-types', token);
    expect((body.data as TaggingContentTypes).fieldNames).toEqual(fieldNames);
    const [stage] = [tags.journeyStage];
    await createDocument(site, FAQ, { title: 'Named', buyingStage: stage });
    const filtered = await get(site, '/api/faqs?filters[buyingStage][slug][$eq]=decision');
    expect(filtered.body.data).toEqual([expect.objectContaining({ title: 'Named' })]);
  });

  test('can keep some names and change others', async () => {
    await site.restart({ types, plugin: { fieldNames: { contributors: 'voices' } } });
    const attributes = Object.keys(site.strapi.contentType(FAQ as never).attributes);
    expect(attributes).toEqual(expect.arrayContaining(['journeyStage', 'personas', 'voices']));
  });

  test.each([
    ['fieldNames.journeyStage', { fieldNames: { journeyStage: 'status' } }],
    ['fieldNames.personas', { fieldNames: { personas: 'for whom' } }],
    ['fieldNames.contributors', { fieldNames: { contributors: 7 } }],
    ['fieldNames', { fieldNames: { personas: 'contributors' } }],
    ['fieldNames', { fieldNames: { stage: 'stage' } }],
    ['syncLocales', { syncLocales: 'yes' }],
    ['coverage.defaultTarget', { coverage: { defaultTarget: -1 } }],
    ['coverage.staleAfterDays', { coverage: { staleAfterDays: 0.5 } }],
    ['surprise', { surprise: true }],
  ])('that is wrong stops the start with a sentence about %s: %j', async (option, plugin) => {
    const start = site.restart({ types, plugin });
    await expect(start).rejects.toThrow('The configuration of buyer-journey is not valid');
    await expect(start).rejects.toThrow(option);
  });

  test('that clashes with an attribute of the site stops the start, naming type and attribute', async () => {
    const clashing = contentType('faq', { attributes: { personas: { type: 'string' } } });
    const start = site.restart({ types: [clashing] });
    await expect(start).rejects.toThrow(`${FAQ}: it already has an attribute "personas"`);
    await expect(start).rejects.toThrow('fieldNames.personas');

    const free = startSite({ types: [clashing] });
    await expect(free).rejects.toThrow('fieldNames.personas');

    await site.restart({ types: [clashing], plugin: { fieldNames: { personas: 'audience' } } });
    expect(Object.keys(site.strapi.contentType(FAQ as never).attributes)).toContain('audience');
  });

  test('that clashes is no trouble for a type that opted out', async () => {
    const optedOut = contentType('faq', {
      enabled: false,
      attributes: { personas: { type: 'string' } },
    });
    await site.restart({ types: [optedOut] });
    await createDocument(site, FAQ, { title: 'T', personas: 'my own' });
    expect(await rowsOf(site.strapi, FAQ).count({ where: { personas: 'my own' } })).toBe(1);
  });
});
