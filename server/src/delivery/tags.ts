/** The tags of the entries on a page. */
import type { ContentEntry } from '../../../contracts/delivery';
import { REP_UID } from '../constants';
import { rowsOf, tableIn, type JoinTable, type Strapi, type Trx } from '../strapi';
import type { Found } from './query';
import type { Selection } from './selection';

/** Tags as an entry tells of them; what the caller may not read is left out. */
export type EntryTags = Pick<ContentEntry, 'stage' | 'personas' | 'contributors'>;

type Tag = 'stage' | 'personas' | 'contributors';
const TAGS: Tag[] = ['stage', 'personas', 'contributors'];

/** A link from a version to a row of a stage, persona or rep. */
interface Link {
  /** Index of the content type in the selection. */
  rank: number;
  /** Index in `TAGS`. */
  tag: number;
  version: number;
  target: number;
}

/**
 * Tags of the entries, in their order: personas as they are ordered, contributors as the entry orders them. Two
 * statements, however many entries and types.
 */
export async function readTags(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  found: Found[]
): Promise<EntryTags[]> {
  const links = await readLinks(strapi, trx, selection, found);
  const bylines = await readBylines(strapi, links);
  const targets = new Map<string, number[]>();
  for (const { rank, tag, version, target } of links) {
    const key = `${rank} ${version} ${TAGS[tag]}`;
    targets.set(key, [...(targets.get(key) ?? []), target]);
  }
  const { stages, personas } = selection.terms;
  const ranks = new Map<string, number>(
    selection.types.map(({ schema }, rank) => [schema.uid, rank])
  );
  return found.map(({ type, id }) => {
    const idsOf = (tag: Tag) => targets.get(`${ranks.get(type)} ${id} ${tag}`) ?? [];
    const isOn = (tag: Tag) => {
      const ids = idsOf(tag);
      return (term: { id: number }) => ids.includes(term.id);
    };
    return {
      ...(stages ? { stage: stages.filter(isOn('stage')).map(named)[0] ?? null } : {}),
      ...(personas ? { personas: personas.filter(isOn('personas')).map(named) } : {}),
      ...(selection.showsContributors
        ? { contributors: idsOf('contributors').flatMap((rep) => bylines.get(rep) ?? []) }
        : {}),
    };
  });
}

const named = ({ documentId, slug, name }: { documentId: string; slug: string; name: string }) => ({
  documentId,
  slug,
  name,
});

async function readLinks(
  strapi: Strapi,
  trx: Trx,
  { types, terms, showsContributors }: Selection,
  found: Found[]
): Promise<Link[]> {
  const parts = types.flatMap(({ schema, tables }, rank) => {
    const versions = found.filter(({ type }) => type === schema.uid).map(({ id }) => id);
    if (versions.length === 0) return [];
    const linkTables: Record<Tag, JoinTable | undefined> = {
      stage: terms.stages && tables.stageLink,
      personas: terms.personas && tables.personaLink,
      contributors: showsContributors ? tables.contributorLink : undefined,
    };
    return TAGS.flatMap((tag, index) => {
      const link = linkTables[tag];
      return link ? [linksIn(strapi, trx, link, versions, { rank, tag: index })] : [];
    });
  });
  if (parts.length === 0) return [];
  return trx
    .from<object, Link[]>(trx.queryBuilder().unionAll(parts).as('links'))
    .select('rank', 'tag', 'version', 'target')
    .orderBy(['place', 'link']);
}

function linksIn(
  strapi: Strapi,
  trx: Trx,
  { name, joinColumn, inverseJoinColumn, orderColumnName = 'id' }: JoinTable,
  versions: number[],
  { rank, tag }: { rank: number; tag: number }
) {
  return (
    tableIn(strapi, trx, name)
      // As numbers: what is bound comes back as text from PostgreSQL.
      .select(trx.raw(`${rank} as ??, ${tag} as ??`, ['rank', 'tag']))
      .select({
        version: joinColumn.name,
        target: inverseJoinColumn.name,
        place: orderColumnName,
        link: 'id',
      })
      .whereIn(joinColumn.name, versions)
  );
}

/** By row id. Whoever does not agree, or is gone, has no byline, whatever the links say. */
async function readBylines(
  strapi: Strapi,
  links: Link[]
): Promise<Map<number, NonNullable<EntryTags['contributors']>[number]>> {
  const contributors = TAGS.indexOf('contributors');
  const ids = links.filter(({ tag }) => tag === contributors).map(({ target }) => target);
  if (ids.length === 0) return new Map();
  const reps = await rowsOf<{
    id: number;
    slug: string;
    displayName: string;
    jobTitle: string | null;
  }>(strapi, REP_UID).findMany({
    select: ['id', 'slug', 'displayName', 'jobTitle'],
    where: { id: { $in: [...new Set(ids)] }, active: true, bylineConsent: true },
  });
  return new Map(reps.map(({ id, ...byline }) => [id, byline]));
}
