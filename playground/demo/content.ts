import { documentData, type DocumentData } from './data-shapes';
import { readList } from './data';
import { daysAgo, documentsOf, setDates, type Strapi } from './documents';
import type { Writers } from './people';
import { eachWithProgress } from './report';
import { idOf, idOrNull, type BySlug } from './taxonomy';

/** What entries are tagged with. */
export interface TagTargets {
  stages: BySlug;
  personas: BySlug;
  reps: BySlug;
}

/** What entries refer to. */
interface References {
  writers: Writers;
  /** Null leaves them untagged. */
  tags: TagTargets | null;
}

interface ContentType {
  label: string;
  uid: string;
  files: string[];
  localized: boolean;
  draftAndPublish: boolean;
}

const ARTICLE_FILES = ['awareness', 'later-stages', 'untagged'].map(
  (part) => `articles-${part}.json`
);

const CONTENT_TYPES: ContentType[] = [
  type('Articles', 'article', ARTICLE_FILES, { localized: true }),
  type('Case studies', 'case-study', ['case-studies.json']),
  type('Landing pages', 'landing-page', ['landing-pages.json']),
  type('FAQs', 'faq', ['faqs.json'], { draftAndPublish: false }),
];

function type(label: string, name: string, files: string[], options = {}): ContentType {
  const uid = `api::${name}.${name}`;
  return { label, uid, files, localized: false, draftAndPublish: true, ...options };
}

const DEFAULT_LOCALE = 'en';
const DAYS_FROM_DRAFT_TO_PUBLICATION = 6;

/** Creates the entries of all four types, with their locales, versions, tags and dates. */
export async function seedContent(strapi: Strapi, references: References): Promise<void> {
  for (const contentType of CONTENT_TYPES) {
    const entries = contentType.files.flatMap((file) => readList(file, documentData));
    await eachWithProgress(contentType.label, entries, (entry, index) =>
      createDocument(strapi, contentType, entry, index, references)
    );
  }
}

async function createDocument(
  strapi: Strapi,
  contentType: ContentType,
  entry: DocumentData,
  index: number,
  references: References
): Promise<void> {
  const documents = documentsOf(strapi, contentType.uid);
  const { tags } = references;
  const common = { ...(tags && tagsOf(entry, tags)), ...writerOf(entry, references) };
  const inDefault = contentType.localized ? { locale: DEFAULT_LOCALE } : {};

  const { documentId } = await documents.create({
    ...inDefault,
    data: { ...entry.fields, ...common },
  });
  await settle(strapi, contentType, { documentId, ...inDefault }, entry, index);

  for (const [locale, { fields, published }] of Object.entries(entry.translations)) {
    await documents.update({ documentId, locale, data: { ...fields, ...common } });
    const translation = published ? entry : { ...entry, publishedDaysAgo: null };
    await settle(strapi, contentType, { documentId, locale }, translation, index);
  }
  if (entry.laterEdit) {
    const { fields, daysAgo: days } = entry.laterEdit;
    await documents.update({ documentId, ...inDefault, data: fields });
    const dates = { createdAt: createdAt(entry, index), updatedAt: daysAgo(days) };
    await setDates(strapi, contentType.uid, { documentId, ...inDefault, live: false }, dates);
  }
}

/** Publishes one locale if it is to be live, and gives its versions their dates. */
async function settle(
  strapi: Strapi,
  { uid, draftAndPublish }: ContentType,
  version: { documentId: string; locale?: string },
  entry: DocumentData,
  index: number
): Promise<void> {
  const created = createdAt(entry, index);
  const { publishedDaysAgo } = entry;
  if (publishedDaysAgo === null) {
    const dates = { createdAt: created, updatedAt: created };
    return setDates(strapi, uid, { ...version, live: false }, dates);
  }
  if (draftAndPublish) await documentsOf(strapi, uid).publish(version);
  const publishedAt = daysAgo(publishedDaysAgo);
  const dates = { createdAt: created, updatedAt: publishedAt };
  await setDates(strapi, uid, { ...version, live: true }, { ...dates, publishedAt });
  // The draft is as old as what was published from it, or Strapi would call it modified.
  if (draftAndPublish) await setDates(strapi, uid, { ...version, live: false }, dates);
}

function createdAt({ publishedDaysAgo }: DocumentData, index: number): Date {
  // Drafts have no date in the data: they are from the last weeks.
  return daysAgo(
    publishedDaysAgo === null ? 3 + (index % 40) : publishedDaysAgo + DAYS_FROM_DRAFT_TO_PUBLICATION
  );
}

function tagsOf(entry: DocumentData, { stages, personas, reps }: TagTargets): object {
  return {
    journeyStage: idOrNull(stages, entry.stage),
    personas: entry.personas.map((slug) => idOf(personas, slug)),
    contributors: entry.contributors.map((slug) => idOf(reps, slug)),
  };
}

/** Authors write the drafts, editors have published the rest. */
function writerOf(entry: DocumentData, { writers }: References): object {
  const writer = entry.publishedDaysAgo === null ? writers.author : writers.editor;
  return { createdBy: writer, updatedBy: writer };
}
