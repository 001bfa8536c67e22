/** The list view's filter by tags, as Strapi's own filters keep it in the address: `filters[$and][n][field]…`. */
import type { TagFieldNames } from '../../../../contracts/tagging';

/** Stands for entries without a stage. */
export const UNTAGGED = 'untagged';

export interface TagFilter {
  /** Document id, or `UNTAGGED`; null leaves none out. */
  stage: string | null;
  /** Document id; null leaves none out. */
  persona: string | null;
}

type Fields = Pick<TagFieldNames, 'journeyStage' | 'personas'>;

const CONDITION = /^filters\[\$and\]\[(\d+)\]\[([^\]]+)\](.*)$/;
/** The operator by which a relation is a certain document. */
export const IS = '[documentId][$eq]';
const IS_NONE = '[id][$null]';

/** What a parameter filters by, where it is one of the filters that `writeTagFilter` writes. */
function readParameter([key, value]: [string, string], fields: Fields): Partial<TagFilter> | null {
  const [, , field, operator] = CONDITION.exec(key) ?? [];
  if (field === fields.journeyStage && operator === IS) return { stage: value };
  if (field === fields.journeyStage && operator === IS_NONE) return { stage: UNTAGGED };
  if (field === fields.personas && operator === IS) return { persona: value };
  return null;
}

/** @param search the query of an address */
export function readTagFilter(search: string, fields: Fields): TagFilter {
  const found = [...new URLSearchParams(search)].map((one) => readParameter(one, fields));
  return Object.assign({ stage: null, persona: null }, ...found) as TagFilter;
}

/** The query with this filter instead of the one that it had; other filters stay, and the list starts over. */
export function writeTagFilter(search: string, fields: Fields, filter: TagFilter): string {
  const positions = new Map<string, number>();
  const place = (position: string) => {
    if (!positions.has(position)) positions.set(position, positions.size);
    return positions.get(position) ?? 0;
  };
  const kept = [...new URLSearchParams(search)]
    .filter((one) => readParameter(one, fields) === null)
    .map(([key, value]): [string, string] => {
      const [, position, field, operator] = CONDITION.exec(key) ?? [];
      // Numbered anew: a gap in the numbers would make a list something else.
      return position === undefined
        ? [key, value]
        : [`filters[$and][${place(position)}][${field ?? ''}]${operator ?? ''}`, value];
    });
  const { stage, persona } = filter;
  const added: [string, string, string][] = [];
  if (stage === UNTAGGED) added.push([fields.journeyStage, IS_NONE, 'true']);
  else if (stage !== null) added.push([fields.journeyStage, IS, stage]);
  if (persona !== null) added.push([fields.personas, IS, persona]);
  const parameters = new URLSearchParams([
    ...kept,
    ...added.map(([field, operator, value]) => [
      `filters[$and][${place(`${field}${operator}`)}][${field}]${operator}`,
      value,
    ]),
  ]);
  parameters.set('page', '1');
  return parameters.toString();
}
