/** What the coverage contracts let in, and what they make of it. */
import { coverageEntriesQuery, coverageQuery } from '../../../contracts/coverage';
import { commaList, idParam } from '../../../contracts/query';

describe('a comma list', () => {
  test.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b ', ['a', 'b']],
    ['a,b,a', ['a', 'b']],
    [Array.from({ length: 100 }, (_, index) => index).join(), expect.arrayContaining(['0', '99'])],
  ])('reads %s', (text, expected) => {
    expect(commaList.parse(text)).toEqual(expected);
  });

  test.each([
    ['nothing', ''],
    ['an empty item', 'a,,b'],
    ['a comma at the end', 'a,'],
    ['blanks', ' '],
    ['a repeated parameter', ['a', 'b']],
    ['an object', { $in: 'a' }],
    ['a number', 1],
    ['too many items', Array.from({ length: 101 }, (_, index) => index).join()],
    ['too long a text', 'a'.repeat(2001)],
  ])('refuses %s', (_what, input) => {
    expect(commaList.safeParse(input).success).toBe(false);
  });
});

describe('a row id', () => {
  test.each(['1', '42', '999999999999999'])('may be %s', (id) => {
    expect(idParam('id').safeParse({ id }).success).toBe(true);
  });
  test.each(['0', '-1', '01', '1.5', '1e3', '', 'a', '9999999999999999'])('may not be %s', (id) => {
    expect(idParam('id').safeParse({ id }).success).toBe(false);
  });
});

describe('the coverage query', () => {
  test('may be empty', () => {
    expect(coverageQuery.parse({})).toEqual({});
  });

  test('reads its parameters', () => {
    expect(
      coverageQuery.parse({ locale: 'en', type: 'api::a.a,api::b.b', staleAfterDays: '90' })
    ).toEqual({ locale: 'en', type: ['api::a.a', 'api::b.b'], staleAfterDays: 90 });
  });

  test.each([{ stage: 'a' }, { locale: '' }, { locale: ['en', 'de'] }, { staleAfterDays: '0' }])(
    'refuses %j',
    (query) => {
      expect(coverageQuery.safeParse(query).success).toBe(false);
    }
  );
});

describe('the query for entries', () => {
  test('starts at the first page', () => {
    expect(coverageEntriesQuery.parse({})).toEqual({ page: 1, pageSize: 25 });
  });

  test.each([
    { page: '0' },
    { page: '1.5' },
    { page: '1000001' },
    { page: '' },
    { pageSize: '0' },
    { pageSize: '101' },
    { pageSize: 'all' },
    { stage: '' },
    { persona: ['a', 'b'] },
  ])('refuses %j', (query) => {
    expect(coverageEntriesQuery.safeParse(query).success).toBe(false);
  });
});

describe('a number', () => {
  test.each([
    { staleAfterDays: ['90'] },
    { staleAfterDays: true },
    { staleAfterDays: '0x10' },
    { staleAfterDays: ' 9 ' },
    { staleAfterDays: '36501' },
    { staleAfterDays: '9'.repeat(400) },
  ])('is digits, not %j', (query) => {
    expect(coverageQuery.safeParse(query).success).toBe(false);
  });
});
