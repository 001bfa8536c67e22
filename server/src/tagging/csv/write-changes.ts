/** Writing the tags of many versions, and telling of those that are live. */
import { TAG_COLUMNS, type TagColumn } from '../../../../contracts/tagging-csv';
import { EVENTS } from '../../constants';
import { afterCommit, type Strapi, type Trx } from '../../strapi';
import type { TypeTables } from '../../type-tables';
import { replaceLinks } from '../links';
import { linkOf, type TagChange } from './tag-changes';
import type { TagChoices } from './wanted-tags';

/** Some statements per hundred versions. Sites hear of live ones once all is committed. */
export async function writeChanges(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  changes: TagChange[],
  choices: TagChoices
): Promise<void> {
  for (const tag of TAG_COLUMNS) {
    const targets = new Map(
      changes.flatMap(({ id, after }) => {
        const ids = after[tag];
        return ids ? [[id, ids] as const] : [];
      })
    );
    await replaceLinks(strapi, trx, linkOf(tables, tag), targets);
  }
  const live = changes.filter(({ isLive }) => isLive);
  await afterCommit(strapi, () => {
    for (const { documentId, locale, before, after } of live) {
      void strapi.eventHub.emit(EVENTS.tagsChanged, {
        ...{ uid: tables.uid, documentId, locale },
        before: namesOf(before, choices),
        after: namesOf({ ...before, ...after }, choices),
      });
    }
  });
}

/** Slugs in alphabetical order, as the event tells them. */
function namesOf(tags: Record<TagColumn, number[]>, { slugs }: TagChoices) {
  const namesIn = (tag: TagColumn) => tags[tag].flatMap((id) => slugs[tag].get(id) ?? []).sort();
  return {
    stage: namesIn('stage')[0] ?? null,
    personas: namesIn('personas'),
    contributors: namesIn('contributors'),
  };
}
