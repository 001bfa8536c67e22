/** The tags that a row of a file asks for. */
import type { RowError } from '../../../../contracts/csv-import';
import { TAG_COLUMNS, type TagColumn, type TagsRow } from '../../../../contracts/tagging-csv';
import { REP_UID, TAG_TARGETS } from '../../constants';
import { getService } from '../../services';
import { rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import type { TagChange } from '../write-tags';
import type { FoundEntry } from './find-entries';
import { slugsIn } from './parse-tags';

/** An entry with the tags that it is to have. */
export interface WantedEntry extends FoundEntry {
  wanted: TagChange;
}

/** What can be chosen. */
export interface TagChoices {
  /** Row ids by slug. */
  ids: Record<TagColumn, Map<string, number>>;
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
  const idsBySlug = (terms: { id: number; slug: string }[]) =>
    new Map(terms.map(({ id, slug }) => [slug, id]));
  return {
    ids: {
      stage: idsBySlug(await taxonomy.stages()),
      personas: idsBySlug(await taxonomy.personas()),
      contributors: idsBySlug(reps),
    },
    withoutByline: new Set(reps.filter((rep) => !mayBeNamed(rep)).map(({ slug }) => slug)),
  };
}

const mayBeNamed = ({ bylineConsent, active }: Rep) => Boolean(bylineConsent) && Boolean(active);

/** What a row asks for, or what is wrong with it. */
export function wantedTags(
  values: TagsRow,
  { ids, withoutByline }: TagChoices
): { wanted: TagChange } | { problem: Omit<RowError, 'row'> } {
  const wanted: TagChange = {};
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
    const [first] = found;
    if (tag === 'stage') wanted.stage = first === undefined ? null : { id: first };
    else wanted[tag] = { mode: 'set', ids: found };
  }
  return { wanted };
}
