/** On which pages of the admin the tag fields are in the panel. */
import { editedType } from '../../../admin/src/content-manager/edit-view-layout';

const LIST = '/admin/content-manager/collection-types/api::article.article';

test.each([
  [`${LIST}/create`],
  [`${LIST}/k2n5x8`],
  [`${LIST}/k2n5x8/`],
  [`${LIST}/clone/k2n5x8`],
  ['/admin/content-manager/collection-types/api%3A%3Aarticle.article/k2n5x8'],
])('an entry at %s', (path) => {
  expect(editedType(path)).toBe('api::article.article');
});

test('a single type', () => {
  expect(editedType('/cms/content-manager/single-types/api::home.home')).toBe('api::home.home');
});

test.each([
  ['the list', LIST],
  ['old versions', `${LIST}/k2n5x8/history`],
  ['the preview', `${LIST}/k2n5x8/preview`],
  ['the configuration of the view', `${LIST}/configurations/edit`],
  [
    'the configuration of a single type',
    '/admin/content-manager/single-types/api::home.home/configurations/edit',
  ],
  ['old versions of a single type', '/admin/content-manager/single-types/api::home.home/history'],
  ['elsewhere', '/admin/plugins/buyer-journey/coverage'],
])('not %s', (_what, path) => {
  expect(editedType(path)).toBeNull();
});
