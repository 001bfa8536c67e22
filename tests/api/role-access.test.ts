/** Who may tag: what roles lack after a type opted in, and what granting gives them. */
import type { RoleAccess } from '../../contracts/tagging';
import { rowsOf } from '../../server/src/strapi';
import { call, createRole, get, signIn, signInAs } from '../site/client';
import { createDocument } from '../site/documents';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const PAGE = 'api::page.page';
const STORY = 'api::story.story';
const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const REP = 'plugin::buyer-journey.rep';
const EXPLORER = 'plugin::content-manager.explorer';
const TAGS = ['journeyStage', 'personas', 'contributors'];

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
}
interface Role {
  id: number;
  name: string;
  permissions: Permission[];
}

const types = [
  contentType('article'),
  contentType('page', { kind: 'singleType' }),
  contentType('story', { localized: true }),
  contentType('note', { enabled: undefined }),
];

let site: Site;
let token: string;
beforeAll(async () => {
  // Strapi gives its default roles all fields there are at the first start: ours come later.
  site = await startSite({ types, plugin: null });
  await site.restart({ types });
  token = await signIn(site);
});
afterAll(() => site.remove());

const access = async () =>
  (await get(site, '/buyer-journey/tagging/access', token)).body.data as RoleAccess[];
const listed = async () => (await access()).map(({ role }) => role.name);
const grant = (roleId: number, as = token) =>
  call(site, 'POST', `/buyer-journey/tagging/access/${roleId}/grant`, { token: as });

async function roleCalled(name: string): Promise<Role> {
  const role = await rowsOf<Role>(site.strapi, 'admin::role').findOne({
    where: { name },
    populate: ['permissions'],
  });
  if (!role) throw new Error(`There is no role ${name}.`);
  return role;
}

/** What a role may do, comparably. */
async function permissionsOf(name: string): Promise<Permission[]> {
  const { permissions } = await roleCalled(name);
  return permissions
    .map(({ action, subject, properties, conditions }) => ({
      ...{ action, subject, properties, conditions },
    }))
    .sort((a, b) => `${a.action} ${a.subject}`.localeCompare(`${b.action} ${b.subject}`));
}

const all = [
  { uid: ARTICLE, displayName: 'Article', missingFields: TAGS },
  { uid: PAGE, displayName: 'Page', missingFields: TAGS },
  { uid: STORY, displayName: 'Story', missingFields: TAGS },
];
const plugin = [
  { uid: STAGE, displayName: 'Journey stage' },
  { uid: PERSONA, displayName: 'Persona' },
  { uid: REP, displayName: 'Rep' },
];

describe('after types opted in', () => {
  test('Editor and Author lack the tag fields of those types, and what to choose from', async () => {
    const [editor, author] = [await roleCalled('Editor'), await roleCalled('Author')];
    expect(await access()).toEqual([
      { role: { id: author.id, name: 'Author' }, types: all, missingRead: plugin },
      { role: { id: editor.id, name: 'Editor' }, types: all, missingRead: plugin },
    ]);
  });

  test('a role lacks something only for types that it may create or update', async () => {
    const fields = ['title'];
    await createRole(site, 'Reader', [
      { action: `${EXPLORER}.read`, subject: ARTICLE, properties: { fields } },
    ]);
    await createRole(site, 'Stranger', [
      { action: `${EXPLORER}.update`, subject: 'api::note.note', properties: { fields } },
    ]);
    await createRole(site, 'Page keeper', [
      {
        action: `${EXPLORER}.update`,
        subject: PAGE,
        properties: { fields: [...fields, 'personas'] },
      },
      { action: `${EXPLORER}.read`, subject: STAGE, properties: { fields: ['name'] } },
      // To choose from one's own personas only is not to choose.
      {
        action: `${EXPLORER}.read`,
        subject: PERSONA,
        properties: { fields: ['name'] },
        conditions: ['admin::is-creator'],
      },
    ]);
    expect(await listed()).toEqual(['Author', 'Editor', 'Page keeper']);
    expect((await access())[2]).toMatchObject({
      types: [{ uid: PAGE, missingFields: ['journeyStage', 'contributors'] }],
      missingRead: [{ uid: PERSONA }, { uid: REP }],
    });
  });

  test('an Editor neither sees nor sets tags in the Content Manager', async () => {
    const editor = await signInAs(site, 'strapi-editor');
    const stage = await aStage(site, 'Hidden');
    const article = await createDocument(site, ARTICLE, { title: 'T', journeyStage: stage.id });
    const path = `/content-manager/collection-types/${ARTICLE}/${article.documentId}`;
    const { body } = await get(site, path, editor);
    expect(body.data).toMatchObject({ title: 'T' });
    expect(body.data).not.toHaveProperty('journeyStage');
    const other = await aStage(site, 'Other');
    const journeyStage = { connect: [{ documentId: other.documentId }] };
    await call(site, 'PUT', path, { token: editor, body: { title: 'New', journeyStage } });
    const [saved] = await rowsOf<object>(site.strapi, ARTICLE).findMany({ populate: TAGS });
    expect(saved).toMatchObject({ title: 'New', journeyStage: { name: 'Hidden' } });
  });
});

describe('granting', () => {
  test('needs both the plugin’s permission and the one to change roles', async () => {
    const { id } = await roleCalled('Editor');
    const both = ['plugin::buyer-journey.settings.update', 'admin::roles.update'];
    for (const action of both) {
      expect((await grant(id, await signIn(site, [{ action }]))).status).toBe(403);
    }
    expect(await listed()).toContain('Editor');
  });

  test('gives one role all it lacks, once and for all, and leaves the others as they are', async () => {
    const author = await permissionsOf('Author');
    const { id } = await roleCalled('Editor');
    const answer = await grant(id);
    expect([answer.status, answer.body.data]).toEqual([200, null]);
    expect(await listed()).not.toContain('Editor');
    expect(await listed()).toContain('Author');
    expect(await permissionsOf('Author')).toEqual(author);

    const granted = await permissionsOf('Editor');
    await grant(id);
    expect(await permissionsOf('Editor')).toEqual(granted);
    await site.restart({ types });
    expect(await listed()).not.toContain('Editor');
  });

  test('takes nothing away: conditions, locales, other fields and other permissions stay', async () => {
    const restricted = await createRole(site, 'Restricted', [
      {
        action: `${EXPLORER}.update`,
        subject: STORY,
        properties: { fields: ['title'], locales: ['en'] },
        conditions: ['admin::is-creator'],
      },
      { action: `${EXPLORER}.read`, subject: 'api::note.note', properties: { fields: ['title'] } },
      { action: `${EXPLORER}.read`, subject: STAGE, properties: { fields: ['name'] } },
      { action: 'plugin::upload.read' },
    ]);
    await grant(restricted.id);
    expect(await permissionsOf('Restricted')).toEqual([
      expect.objectContaining({ subject: 'api::note.note', properties: { fields: ['title'] } }),
      expect.objectContaining({ subject: PERSONA }),
      expect.objectContaining({ subject: REP }),
      expect.objectContaining({ subject: STAGE, properties: { fields: ['name'] } }),
      expect.objectContaining({
        action: `${EXPLORER}.update`,
        properties: { fields: ['title', ...TAGS], locales: ['en'] },
        conditions: ['admin::is-creator'],
      }),
      expect.objectContaining({ action: 'plugin::upload.read' }),
    ]);
  });

  test('keeps an Author to what the Author created', async () => {
    const before = await permissionsOf('Author');
    await grant((await roleCalled('Author')).id);
    const after = await permissionsOf('Author');
    for (const permission of before) {
      const { action, subject, properties, conditions } = permission;
      const now = after.find((other) => other.action === action && other.subject === subject);
      expect(now?.conditions).toEqual(conditions);
      expect(now?.properties.locales).toEqual(properties.locales);
      expect(now?.properties.fields ?? []).toEqual(expect.arrayContaining(properties.fields ?? []));
    }
    expect(after).toHaveLength(before.length + plugin.length);
  });

  test('lets an Editor see and set tags through the Content Manager', async () => {
    const editor = await signInAs(site, 'strapi-editor');
    const stage = await aStage(site, 'Decision');
    const persona = await aPersona(site, 'CFO');
    const rep = await aRep(site, 'Maya Roth');
    const choices = await get(
      site,
      `/content-manager/relations/${ARTICLE}/journeyStage?_q=Decision`,
      editor
    );
    expect(choices.body.results).toEqual([expect.objectContaining({ name: 'Decision' })]);

    const connect = (documentId: string) => ({ connect: [{ documentId }] });
    const created = await call(site, 'POST', `/content-manager/collection-types/${ARTICLE}`, {
      token: editor,
      body: {
        title: 'T',
        journeyStage: connect(stage.documentId),
        personas: connect(persona.documentId),
        contributors: connect(rep.documentId),
      },
    });
    expect(created.status).toBe(201);
    const { documentId } = created.body.data as { documentId: string };
    for (const [tag, name] of [
      ['journeyStage', 'Decision'],
      ['personas', 'CFO'],
      ['contributors', 'Maya Roth'],
    ]) {
      const path = `/content-manager/relations/${ARTICLE}/${documentId}/${tag}`;
      const { body } = await get(site, path, editor);
      expect([tag, body.results]).toEqual([
        tag,
        [expect.objectContaining(tag === 'contributors' ? { displayName: name } : { name })],
      ]);
    }
  });

  test('makes nothing private readable', async () => {
    const editor = await signInAs(site, 'strapi-editor');
    await aStage(site, 'Secretive', { salesRole: 'hush', marketingRole: 'hush' });
    await aPersona(site, 'Secretive', { goals: 'hush', pains: 'hush', objections: 'hush' });
    await aRep(site, 'Secretive Sam', { email: 'hush@example.com' });
    for (const uid of [STAGE, PERSONA, REP]) {
      const path = `/content-manager/collection-types/${uid}?filters[slug][$contains]=secretive`;
      const { status, body } = await get(site, path, editor);
      expect([status, body.results]).toEqual([200, [expect.anything()]]);
      expect(JSON.stringify(body)).not.toContain('hush');
      for (const field of ['adminUser', 'active', 'salesOwner']) {
        expect((body.results as object[])[0]).not.toHaveProperty(field);
      }
    }
    const search = `/content-manager/collection-types/${REP}?_q=hush`;
    expect((await get(site, search, editor)).body.results).toEqual([]);
    // A filter on a private field is dropped: it tells nothing about the values.
    const filter = `/content-manager/collection-types/${REP}?filters[email][$contains]=nobody`;
    expect((await get(site, filter, editor)).body.results).toHaveLength(
      await rowsOf(site.strapi, REP).count({})
    );
  });

  test('is not for the super admin, who lacks nothing and is never listed', async () => {
    const { id } = await roleCalled('Super Admin');
    expect(await listed()).not.toContain('Super Admin');
    expect((await grant(id)).status).toBe(404);
  });

  test('has to be done again after the plugin was switched off, and can be', async () => {
    await site.restart({ types, plugin: null });
    await site.restart({ types });
    expect(await listed()).toEqual(expect.arrayContaining(['Author', 'Editor']));
    await grant((await roleCalled('Editor')).id);
    expect(await listed()).not.toContain('Editor');
  });
});
