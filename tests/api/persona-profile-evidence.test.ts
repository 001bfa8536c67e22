/** The log of evidence: who adds to it, who reads what of it, and what is left of an entry that was withdrawn. */
import type { Evidence, EvidencePage } from '../../contracts/persona-profile';
import { documentsOf } from '../../server/src/strapi';
import { call, signIn } from '../site/client';
import { exportedUses, undoWith } from '../site/merges';
import { aPersona, type Doc } from '../site/people';
import {
  addEvidence,
  EDIT_PERSONAS,
  personas,
  profileOf,
  READ_PERSONAS,
  userOf,
} from '../site/profiles';
import { capture, ITEM_UID, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';

const READ_INBOX = 'plugin::buyer-journey.inbox.read';

let site: Site;
/** Reads profiles alone, as a rep does. */
let rep: string;
/** Sees the inbox as well. */
let marketer: string;
let editor: string;
let persona: Doc;
beforeAll(async () => {
  site = await startSite();
  rep = await signIn(site, [{ action: READ_PERSONAS }]);
  marketer = await signIn(site, [{ action: READ_PERSONAS }, { action: READ_INBOX }]);
  editor = await signIn(site, [{ action: READ_PERSONAS }, { action: EDIT_PERSONAS }]);
});
afterAll(() => site.remove());

let count = 0;
beforeEach(async () => {
  count += 1;
  persona = await aPersona(site, `Persona${count}`);
});

const anItem = async (words: string, more: object = {}) =>
  capture(site, await signInRep(site, 'Maya Roth'), words, more);

const add = (token: string, entry: object) => addEvidence(site, token, persona.documentId, entry);

async function entries(token: string, query = ''): Promise<EvidencePage> {
  const path = `/${persona.documentId}/evidence${query}`;
  const { status, body, text } = await personas(site, 'GET', path, token);
  if (status !== 200) throw new Error(text);
  return body as unknown as EvidencePage;
}

const withdraw = (token: string, { id }: Pick<Evidence, 'id'>, from = persona) =>
  personas(site, 'DELETE', `/${from.documentId}/evidence/${id}`, token);

test('who may read a profile adds to it, and it clears no sign-off', async () => {
  const owner = await userOf(site, editor);
  const path = `/${persona.documentId}`;
  const { revision } = await profileOf(site, editor, persona.documentId);
  await personas(site, 'PUT', path, editor, { revision, salesOwner: owner.id });
  const seen = await profileOf(site, editor, persona.documentId);
  const body = { team: 'sales', revision: seen.revision };
  await personas(site, 'POST', `${path}/sign-off`, editor, body);

  const first = await add(rep, { team: 'sales', note: ' The board asked\nfor proof. ' });
  expect(first).toEqual({
    ...{ id: first.id, team: 'sales', note: 'The board asked\nfor proof.', item: null },
    ...{ at: expect.any(String) as string, author: await userOf(site, rep) },
    ...{ withdrawn: null, mayWithdraw: true },
  });
  const second = await add(editor, { team: 'marketing', note: 'Search says so.', item: null });
  const profile = await profileOf(site, rep, persona.documentId);
  expect(profile.evidence.data.map(({ id, mayWithdraw }) => [id, mayWithdraw])).toEqual([
    [second.id, false],
    [first.id, true],
  ]);
  expect([profile.evidenceCount, profile.sales.signOff?.ended]).toEqual([2, null]);
  expect(profile.revision).toBe(seen.revision);
});

test('an item that says so is told to who may see the inbox, by its words alone', async () => {
  const item = await anItem('What does it cost?', { account: 'SECRET account', answer: 'SECRET' });
  const entry = { team: 'sales', note: 'Asked again.', item: item.documentId };
  const { item: told } = await add(marketer, entry);
  expect(told).toEqual({ documentId: item.documentId, buyerWords: 'What does it cost?' });
  const [forRep] = (await entries(rep)).data;
  expect(forRep).toMatchObject({ note: 'Asked again.', item: null });
  const { text } = await personas(site, 'GET', `/${persona.documentId}`, marketer);
  expect(text).toContain('What does it cost?');
  expect(text).not.toContain('SECRET');

  const hidden = await personas(site, 'POST', `/${persona.documentId}/evidence`, rep, entry);
  expect(hidden.status).toBe(403);
  const unknown = { ...entry, item: 'nosuchitem' };
  const refused = await personas(
    site,
    'POST',
    `/${persona.documentId}/evidence`,
    marketer,
    unknown
  );
  expect([refused.status, refused.body.error?.message]).toEqual([
    400,
    expect.stringContaining('item'),
  ]);
  await documentsOf(site.strapi, ITEM_UID).delete({ documentId: item.documentId });
  expect((await entries(marketer)).data[0]).toMatchObject({ note: 'Asked again.', item: null });
});

test.each([
  ['team', { team: 'finance', note: 'x' }],
  ['team', { note: 'x' }],
  ['note', { team: 'sales', note: ' ' }],
  ['note', { team: 'sales', note: 'x'.repeat(2001) }],
  ['note', { team: 'sales', note: 'a\0b' }],
  ['item', { team: 'sales', note: 'x', item: '../items' }],
  ['author', { team: 'sales', note: 'x', author: 1 }],
])('a wrong %s is refused: %#', async (field, entry) => {
  const answer = await personas(site, 'POST', `/${persona.documentId}/evidence`, rep, entry);
  expect([answer.status, answer.body.error?.message]).toEqual([
    400,
    expect.stringContaining(field),
  ]);
  expect((await entries(rep)).data).toEqual([]);
});

test('its author and who edits personas may withdraw it, and its words are gone then', async () => {
  const own = await add(rep, { team: 'sales', note: 'SECRET one' });
  const other = await add(marketer, { team: 'marketing', note: 'SECRET two' });
  expect((await withdraw(rep, other)).status).toBe(403);
  expect((await withdraw(editor, other)).status).toBe(200);
  expect((await withdraw(rep, own)).status).toBe(200);
  expect((await withdraw(rep, own)).status).toBe(400);
  const { data, meta } = await entries(rep);
  expect(data).toEqual([
    expect.objectContaining({ id: other.id, note: null, mayWithdraw: false }),
    expect.objectContaining({ id: own.id, note: null, author: await userOf(site, rep) }),
  ]);
  expect(data.map(({ withdrawn }) => withdrawn?.by)).toEqual([
    await userOf(site, editor),
    await userOf(site, rep),
  ]);
  expect(meta.pagination.total).toBe(2);
  expect((await profileOf(site, rep, persona.documentId)).evidenceCount).toBe(0);
  const rows = await site.strapi.db.query('plugin::buyer-journey.persona-evidence').findMany({});
  expect(JSON.stringify(rows)).not.toContain('SECRET');
});

test('an entry is found on its own persona alone', async () => {
  const entry = await add(rep, { team: 'sales', note: 'Here.' });
  const elsewhere = await aPersona(site, `Elsewhere${count}`);
  expect((await withdraw(rep, entry, elsewhere)).status).toBe(404);
  expect((await withdraw(rep, { id: 999_999 })).status).toBe(404);
  expect((await withdraw(rep, { id: 99_999_999_999 })).status).toBe(404);
  for (const id of ['0', 'x', '-1', '1.5']) {
    const { status } = await personas(site, 'DELETE', `/${persona.documentId}/evidence/${id}`, rep);
    expect([id, status]).toEqual([id, 400]);
  }
  expect((await entries(rep)).data[0]?.note).toBe('Here.');
});

test('comes in pages, the latest first', async () => {
  for (let nth = 1; nth <= 5; nth += 1) await add(rep, { team: 'sales', note: `Note ${nth}` });
  const { data, meta } = await entries(rep, '?page=2&pageSize=2');
  expect(data.map(({ note }) => note)).toEqual(['Note 3', 'Note 2']);
  expect(meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 3, total: 5 });
  for (const query of ['?page=0', '?pageSize=101', '?page=x', '?sort=at', '?page=1&page=2']) {
    const path = `/${persona.documentId}/evidence${query}`;
    expect([query, (await personas(site, 'GET', path, rep)).status]).toEqual([query, 400]);
  }
});

test('takes as many statements for many entries as for one', async () => {
  const item = await anItem('Why?');
  const entry = { team: 'sales', note: 'x', item: item.documentId };
  const statements = async () => {
    let asked = 0;
    const ask = () => (asked += 1);
    site.strapi.db.connection.on('query', ask);
    await entries(marketer);
    site.strapi.db.connection.removeListener('query', ask);
    return asked;
  };
  await add(marketer, entry);
  const one = await statements();
  for (let nth = 0; nth < 5; nth += 1) await add(marketer, entry);
  expect(await statements()).toBe(one);
});

test('goes to another persona where two are merged, and back where that is undone', async () => {
  const entry = await add(rep, { team: 'sales', note: 'Moves.' });
  const target = await aPersona(site, `Target${count}`);
  const own = await addEvidence(site, rep, target.documentId, { team: 'sales', note: 'Own.' });
  const admin = await signIn(site);
  const path = `/buyer-journey/taxonomy/personas/${persona.documentId}`;
  const { text: list } = await exportedUses(site, path, admin);
  const body = { into: target.documentId };
  expect((await call(site, 'POST', `${path}/merge`, { token: admin, body })).status).toBe(200);
  const { evidence, evidenceCount } = await profileOf(site, rep, target.documentId);
  expect([evidenceCount, evidence.data.map(({ id }) => id)]).toEqual([2, [own.id, entry.id]]);

  expect((await undoWith(site, admin, list)).status).toBe(200);
  expect((await entries(rep)).data.map(({ id }) => id)).toEqual([entry.id]);
  const left = await profileOf(site, rep, target.documentId);
  expect(left.evidence.data.map(({ id }) => id)).toEqual([own.id]);
});

test('an author who is gone is named no more', async () => {
  const leaving = await signIn(site, [{ action: READ_PERSONAS }]);
  const { id } = await userOf(site, leaving);
  await add(leaving, { team: 'sales', note: 'Stays.' });
  await site.strapi.db.query('admin::user').delete({ where: { id } });
  expect((await entries(rep)).data[0]).toMatchObject({ note: 'Stays.', author: null });
});
