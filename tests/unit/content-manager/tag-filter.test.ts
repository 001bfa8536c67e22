/** The list view's filter by tags in the address, next to Strapi's own filters. */
import {
  readTagFilter,
  UNTAGGED,
  writeTagFilter,
} from '../../../admin/src/content-manager/list/tag-filter';

const FIELDS = { journeyStage: 'journeyStage', personas: 'personas' };
const NONE = { stage: null, persona: null };
const decoded = (search: string) => [...new URLSearchParams(search)].map((pair) => pair.join('='));

test('is written as a native filter, and read back', () => {
  for (const filter of [
    NONE,
    { stage: 'abc', persona: null },
    { stage: null, persona: 'def' },
    { stage: UNTAGGED, persona: 'def' },
  ]) {
    expect(readTagFilter(writeTagFilter('', FIELDS, filter), FIELDS)).toEqual(filter);
  }
  expect(decoded(writeTagFilter('', FIELDS, { stage: UNTAGGED, persona: 'def' }))).toEqual([
    'filters[$and][0][journeyStage][id][$null]=true',
    'filters[$and][1][personas][documentId][$eq]=def',
    'page=1',
  ]);
});

test('takes the place of the one before, and leaves every other parameter and filter alone', () => {
  const search =
    '?page=4&sort=title:ASC&filters[$and][0][journeyStage][documentId][$eq]=abc' +
    '&filters[$and][1][title][$contains]=a%26b&filters[$and][2][journeyStage][name][$eq]=X&plugins[i18n][locale]=de';
  expect(decoded(writeTagFilter(search, FIELDS, { stage: 'xyz', persona: null }))).toEqual([
    'page=1',
    'sort=title:ASC',
    'filters[$and][0][title][$contains]=a&b',
    'filters[$and][1][journeyStage][name][$eq]=X',
    'plugins[i18n][locale]=de',
    'filters[$and][2][journeyStage][documentId][$eq]=xyz',
  ]);
  expect(
    decoded(writeTagFilter(search, FIELDS, NONE)).filter((one) => one.includes('abc'))
  ).toEqual([]);
});

test('keeps the parts of one filter together', () => {
  const search = 'filters[$and][3][$or][0][title]=a&filters[$and][3][$or][1][title]=b';
  expect(decoded(writeTagFilter(search, FIELDS, NONE))).toEqual([
    'filters[$and][0][$or][0][title]=a',
    'filters[$and][0][$or][1][title]=b',
    'page=1',
  ]);
});
