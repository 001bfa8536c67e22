/** The live documents of a site, read one locale at a time through the Document Service. */
import type { CoveragePersona, CoverageStage } from '../../contracts/coverage';
import { documentsOf, rowsOf } from '../../server/src/strapi';
import type { Site } from '../site/site';
import { PERSONA, STAGE, TAG_FIELDS, TARGET, type TagFields } from './build';
import { LOCALES, uidOf, WORLD_TYPES } from './site-types';

interface Tag {
  slug: string;
  name: string;
}

/** A published version; of a type without draft & publish, the only version. */
export interface LiveVersion {
  /** Null for types without locales. */
  locale: string | null;
  title: string;
  stage: Tag | null;
  personas: Tag[];
  /** Slugs of reps. */
  contributors: string[];
  publishedAt: Date;
}

export interface LiveDocument {
  /** Uid of its content type. */
  type: string;
  documentId: string;
  versions: LiveVersion[];
}

export interface LiveWorld {
  /** In order. */
  stages: CoverageStage[];
  /** In order. */
  personas: CoveragePersona[];
  /** Tagged content types in the alphabetical order of their names. */
  types: { uid: string; displayName: string }[];
  documents: LiveDocument[];
  targets: Target[];
}

/** Document ids of a cell; null is Everyone, all types and all locales. */
export interface Target {
  stage: string;
  persona: string | null;
  type: string | null;
  locale: string | null;
  value: number;
}

interface Doc {
  documentId: string;
  title: string;
  publishedAt: string | Date;
  [field: string]: unknown;
}

/** Everything of the world that coverage may count. */
export async function readWorld(site: Site, fields: TagFields = TAG_FIELDS): Promise<LiveWorld> {
  const types = WORLD_TYPES.filter(({ enabled }) => enabled);
  const documents: LiveDocument[] = [];
  for (const type of types) {
    const found = new Map<string, LiveDocument>();
    for (const locale of type.localized ? LOCALES : [null]) {
      const published = await documentsOf<Doc>(site.strapi, uidOf(type)).findMany({
        status: 'published',
        populate: [fields.journeyStage, fields.personas, fields.contributors],
        ...(locale === null ? {} : { locale }),
      });
      for (const doc of published) {
        const document = found.get(doc.documentId) ?? {
          type: uidOf(type),
          documentId: doc.documentId,
          versions: [],
        };
        document.versions.push({
          locale,
          title: doc.title,
          stage: (doc[fields.journeyStage] as Tag | null) ?? null,
          personas: doc[fields.personas] as Tag[],
          contributors: (doc[fields.contributors] as Tag[]).map(({ slug }) => slug),
          publishedAt: new Date(doc.publishedAt),
        });
        found.set(doc.documentId, document);
      }
    }
    documents.push(...found.values());
  }
  return {
    stages: await inOrder<CoverageStage>(site, STAGE, (stage) => ({
      documentId: stage.documentId,
      slug: stage.slug,
      name: stage.name,
      position: stage.position,
      alwaysOn: stage.alwaysOn,
      buyerQuestion: stage.buyerQuestion,
      color: stage.color,
      retired: stage.retired,
    })),
    personas: await inOrder<CoveragePersona>(site, PERSONA, (persona) => ({
      documentId: persona.documentId,
      slug: persona.slug,
      name: persona.name,
      buyingRole: persona.buyingRole,
      retired: persona.retired,
    })),
    types: types
      .map((type) => ({
        uid: uidOf(type),
        displayName: type.name.charAt(0).toUpperCase() + type.name.slice(1),
      }))
      .sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
    documents,
    targets: await readTargets(site),
  };
}

async function readTargets({ strapi }: Site): Promise<Target[]> {
  const rows = await rowsOf<{ stage: string; persona: string; scope: string; value: number }>(
    strapi,
    TARGET
  ).findMany({});
  return rows.map(({ scope, persona, ...row }) => ({
    ...row,
    persona: persona === '' ? null : persona,
    type: /type:(\S+)/.exec(scope)?.[1] ?? null,
    locale: /locale:(\S+)/.exec(scope)?.[1] ?? null,
  }));
}

/** Stages or personas by position, and the older one first where positions are equal. */
async function inOrder<Term>(
  site: Site,
  uid: string,
  toTerm: (doc: Term & { id: number; position: number }) => Term
): Promise<Term[]> {
  const docs = await documentsOf<Term & { id: number; position: number }>(
    site.strapi,
    uid
  ).findMany({});
  return docs.sort((a, b) => a.position - b.position || a.id - b.id).map(toTerm);
}
