/** The content types of this site: where they are found, and which of their attributes a page shows. */
export interface EntryType {
  uid: string;
  /** In addresses, here as in Strapi. */
  path: string;
  name: string;
  title: string;
  /** One or two sentences before the text. */
  lead?: string;
  /** Markdown. */
  body: string;
}

export const ENTRY_TYPES: EntryType[] = [
  {
    uid: 'api::article.article',
    path: 'articles',
    name: 'Article',
    title: 'title',
    lead: 'excerpt',
    body: 'body',
  },
  {
    uid: 'api::case-study.case-study',
    path: 'case-studies',
    name: 'Case study',
    title: 'title',
    lead: 'summary',
    body: 'results',
  },
  {
    uid: 'api::landing-page.landing-page',
    path: 'landing-pages',
    name: 'Offer',
    title: 'title',
    lead: 'headline',
    body: 'sections',
  },
  { uid: 'api::faq.faq', path: 'faqs', name: 'FAQ', title: 'question', body: 'answer' },
];

export const typeAt = (path: string | undefined) => ENTRY_TYPES.find((type) => type.path === path);
export const typeOf = (uid: string) => ENTRY_TYPES.find((type) => type.uid === uid);
