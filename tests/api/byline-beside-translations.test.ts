/** An entry asked for with its translations beside its byline: a front-end needs both for a language switch. */
import { allowPublic, get } from '../site/client';
import { publishDocument, updateDocument, versionsOf } from '../site/documents';
import { addLocales } from '../site/locales';
import { aRep } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';

let site: Site;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article', { localized: true })] });
  await addLocales(site, 'de');
  const rep = await aRep(site, 'Maya Roth');
  const contributors = [rep.documentId];
  const { documentId } = await versionsOf(site, ARTICLE).create({
    data: { title: 'Costs', contributors },
  });
  await updateDocument(site, ARTICLE, documentId, { title: 'Kosten' }, { locale: 'de' });
  await publishDocument(site, ARTICLE, documentId);
  await allowPublic(site, `${ARTICLE}.find`, 'plugin::buyer-journey.rep.find');
});
afterAll(() => site.remove());

test.each(['populate[0]=contributors&populate[1]=localizations', 'populate=*'])(
  '%s tells both',
  async (query) => {
    const { body } = await get(site, `/api/articles?${query}`);
    expect(body.data).toMatchObject([
      {
        title: 'Costs',
        contributors: [{ displayName: 'Maya Roth' }],
        localizations: [{ title: 'Kosten' }],
      },
    ]);
  }
);
