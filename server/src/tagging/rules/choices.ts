/** What a person can choose from when writing a rule: fields of a type and the values in use. */
import type { Knex } from 'knex';

import type { RuleField } from '../../../../contracts/tagging-rules';
import { readAccess, type Ability, type ReadAccess } from '../../read-access';
import {
  columnOf,
  inTransaction,
  linkTableOf,
  modelOf,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { askableFields, titlesOf, type AskableField } from './fields';

/** Values that are offered of one field. */
const MOST_VALUES = 50;

/**
 * Fields that the user may read, in the order of the schema, each with its values: all of an enumeration, else the most
 * frequent ones of the entries that the user may read. One statement per field of text, number or relation.
 */
export async function ruleFields(
  strapi: Strapi,
  type: ContentTypeSchema,
  ability: Ability
): Promise<RuleField[]> {
  const access = await readAccess(strapi, type, ability);
  if (!access.mayRead) return [];
  const readable = askableFields(strapi, type).filter(({ name }) => access.mayReadField(name));
  const choices: RuleField[] = [];
  for (const field of readable) {
    const { name, kind } = field;
    choices.push({ name, kind, values: await valuesOf(strapi, type, field, access, ability) });
  }
  return choices;
}

async function valuesOf(
  strapi: Strapi,
  type: ContentTypeSchema,
  field: AskableField,
  access: ReadAccess,
  ability: Ability
): Promise<RuleField['values']> {
  const byName = (values: string[]) => values.map((value) => ({ value, name: value }));
  switch (field.kind) {
    case 'text':
      return [];
    case 'boolean':
      return byName(['true', 'false']);
    case 'enumeration':
      return byName(field.values);
    case 'string':
    case 'integer':
      return byName(await frequentValues(strapi, type, field, access));
    case 'relation': {
      const related = await frequentTargets(strapi, type, field, access);
      const titles = await titlesOf(strapi, field.target ?? '', related, ability);
      return related.flatMap((value) => {
        const name = titles.get(value);
        return name === undefined ? [] : { value, name };
      });
    }
  }
}

function frequentValues(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  { name }: AskableField,
  access: ReadAccess
): Promise<string[]> {
  const model = modelOf(strapi, uid);
  const column = model ? columnOf(model, name) : name;
  return inTransaction(strapi, async (trx) => {
    const versions = permitted(strapi, trx, uid, access).whereNotNull(`version.${column}`);
    return mostFrequent(versions, `version.${column}`);
  });
}

function frequentTargets(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  { name, target }: AskableField,
  access: ReadAccess
): Promise<string[]> {
  const link = linkTableOf(strapi, uid, name);
  return inTransaction(strapi, (trx) => {
    const versions = permitted(strapi, trx, uid, access)
      .join(`${link.name} as link`, `link.${link.joinColumn.name}`, 'version.id')
      .join(
        `${tableNameOf(strapi, target ?? '')} as related`,
        'related.id',
        `link.${link.inverseJoinColumn.name}`
      );
    return mostFrequent(versions, 'related.document_id');
  });
}

function permitted(strapi: Strapi, trx: Trx, uid: string, access: ReadAccess): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${tableNameOf(strapi, uid)} as version`);
  const rows = access.permittedRows();
  return rows ? versions.whereIn('version.id', rows) : versions;
}

async function mostFrequent(versions: Knex.QueryBuilder, column: string): Promise<string[]> {
  const rows = (await versions
    .select({ value: column })
    .count({ uses: '*' })
    .groupBy(column)
    .orderBy([{ column: 'uses', order: 'desc' }, { column: 'value' }])
    .limit(MOST_VALUES)) as { value: string | number }[];
  // A rule cannot ask for what is blank.
  return rows.map(({ value }) => String(value)).filter((value) => value.trim() !== '');
}
