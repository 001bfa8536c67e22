/** What stands in the inbox's address, and what is made of it. */
import { NO_FILTER, questionParts } from '../../../admin/src/api/inbox-question';
import { readAddress, writeAddress, type InboxAddress } from '../../../admin/src/inbox/address';

const read = (query: string) => readAddress(new URLSearchParams(query));

const NOTHING: InboxAddress = {
  question: { filter: NO_FILTER, sort: 'demand', page: 1 },
  openItem: null,
};

const EVERYTHING: InboxAddress = {
  question: {
    filter: {
      states: ['received', 'in_progress'],
      kinds: ['question', 'objection'],
      stages: ['decision', 'none'],
      personas: ['cfo', 'everyone'],
      owners: ['me', '3', 'none'],
      reps: ['abc123'],
      answered: false,
      olderThan: 7,
      newerThan: 90,
      search: 'single sign-on & 100 % “uptime”',
    },
    sort: 'oldest',
    page: 3,
  },
  openItem: 'xyz789',
};

test('an empty address asks for everything, by demand, from the first page', () => {
  expect(read('')).toEqual(NOTHING);
  expect(writeAddress(NOTHING)).toBe('');
});

test('what is written is read again', () => {
  expect(read(writeAddress(EVERYTHING))).toEqual(EVERYTHING);
});

test('an address is readable', () => {
  expect(writeAddress(EVERYTHING)).toBe(
    'state=received,in_progress&kind=question,objection&stage=decision,none&persona=cfo,everyone' +
      '&owner=me,3,none&rep=abc123&answered=false&olderThan=7&newerThan=90' +
      '&search=single%20sign-on%20%26%20100%20%25%20%E2%80%9Cuptime%E2%80%9D&sort=oldest&page=3&item=xyz789'
  );
});

test.each([
  ['items that are answered', 'answered=true'],
  ['items of today', 'newerThan=0'],
  ['one item', 'item=abc'],
  ['the second page', 'page=2'],
])('%s keep their address', (_what, query) => {
  expect(writeAddress(read(query))).toBe(query);
});

test('lists may be repeated, doubled and have gaps', () => {
  expect(read('kind=question,,question&kind= story ').question.filter.kinds).toEqual([
    'question',
    'story',
  ]);
});

test('values that only the server can judge are left to it', () => {
  expect(read('state=nonsense&owner=-1').question.filter).toMatchObject({
    states: ['nonsense'],
    owners: ['-1'],
  });
});

test.each([
  'answered=perhaps',
  'olderThan=-1',
  'olderThan=1.5',
  'olderThan=36501',
  'newerThan=soon',
  'newerThan=',
  'search=',
  'search=%20',
  'sort=loudest',
  'page=0',
  'page=1e9999',
  'page=two',
  'item=',
  'kind=',
  'utm_source=mail',
])('%s is as good as nothing', (query) => {
  expect(read(query)).toEqual(NOTHING);
});

test('the server is asked in the words of the address, without the opened item', () => {
  const parts = questionParts(EVERYTHING.question);
  expect(new URLSearchParams(parts).get('search')).toBe(EVERYTHING.question.filter.search);
  expect(parts.map(([name]) => name)).toEqual([
    ...['state', 'kind', 'stage', 'persona', 'owner', 'rep'],
    ...['answered', 'olderThan', 'newerThan', 'search', 'sort', 'page'],
  ]);
});

test('every question that can be asked is one that the server understands', async () => {
  const { inboxQuery } = await import('../../../contracts/sales-sourced/inbox');
  const asked = Object.fromEntries(questionParts(EVERYTHING.question));
  expect(inboxQuery.safeParse(asked).success).toBe(true);
});
