/** The tags that a row of a file asks for. */
import type { RowError } from '../../../../contracts/csv-import';
import { TAG_COLUMNS, type TagColumn, type TagsRow } from '../../../../contracts/tagging-csv';
import { REP_UID, TAG_TARGETS } from '../../constants';
import { getService } from '../../services';
import { rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import type { FoundEntry } from './find-entries';
import { slugsIn } from './parse-tags';

/** Row ids of the targets, by tag; a tag that is not there stays as it is. */
export type WantedTags = Partial<Record<TagColumn, number[]>>;

/** An entry with the tags that it is to have. */
export interface WantedEntry extends FoundEntry {
  wanted: WantedTags;
}

/** What can be chosen, by slug. */
export interface TagChoices {
  ids: Record<TagColumn, Map<string, number>>;
  /** The other way round. */
  slugs: Record<TagColumn, Map<number, string>>;
  /** Slugs of reps who may not be named. */
  withoutByline: Set<string>;
}

interface Rep {
  id: number;
  slug: string;
  bylineConsent: boolean | null;
  active: boolean | null;
}

/** Keeps all stages, personas and reps from being deleted until the transaction ends. */
export async function holdTargets(strapi: Strapi, trx: Trx): Promise<void> {
  for (const uid of Object.values(TAG_TARGETS)) {
    await tableIn(strapi, trx, tableNameOf(strapi, uid)).forShare().select('id');
  }
}

/** Three statements. */
export async function readChoices(strapi: Strapi): Promise<TagChoices> {
  const taxonomy = getService(strapi, 'taxonomy');
  const reps = await rowsOf<Rep>(strapi, REP_UID).findMany({
    select: ['id', 'slug', 'bylineConsent', 'active'],
  });
  const named: Record<TagColumn, { id: number; slug: string }[]> = {
    stage: await taxonomy.stages(),
    personas: await taxonomy.personas(),
    contributors: reps,
  };
  const choices: TagChoices = {
    ids: { stage: new Map(), personas: new Map(), contributors: new Map() },
    slugs: { stage: new Map(), personas: new Map(), contributors: new Map() },
    withoutByline: new Set(),
  };
  for (const tag of TAG_COLUMNS) {
    for (const { id, slug } of named[tag]) {
      choices.ids[tag].set(slug, id);
      choices.slugs[tag].set(id, slug);
    }
  }
  for (const rep of reps) {
    if (!rep.bylineConsent || !rep.active) choices.withoutByline.add(rep.slug);
  }
  return choices;
}

/** What a row asks for, or what is wrong with it. */
export function wantedTags(
  values: TagsRow,
  { ids, withoutByline }: TagChoices
): { wanted: WantedTags } | { problem: Omit<RowError, 'row'> } {
  const wanted: WantedTags = {};
  for (const tag of TAG_COLUMNS) {
    const field = values[tag];
    if (field === undefined) continue;
    const slugs = slugsIn(field ?? '');
    const problem = (message: string) => ({ problem: { column: tag, message } });
    if (tag === 'stage' && slugs.length > 1) return problem('names several stages');
    const found: number[] = [];
    for (const slug of slugs) {
      const id = ids[tag].get(slug);
      if (id === undefined) return problem(`there is no “${slug}”`);
      if (tag === 'contributors' && withoutByline.has(slug)) {
        return problem(`“${slug}” is not active, or did not consent to a byline`);
      }
      found.push(id);
    }
    wanted[tag] = found;
  }
  return { wanted };
}
