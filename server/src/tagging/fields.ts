/** The attributes of a type that entries can be filtered by. */
import { z } from 'zod';

import type { FilterField } from '../../../contracts/tagging-queue';
import { utcDay } from '../../../contracts/query';
import { LARGEST_ID, type ContentTypeSchema } from '../strapi';
import type { TagAccess } from './tag-access';

export type FieldValue = string | number | boolean;

/** What a value of each type of attribute is written like. */
const VALUES: Record<string, z.ZodType<FieldValue, string>> = {
  ...Object.fromEntries(
    ['string', 'text', 'uid', 'email', 'enumeration'].map((type) => [type, z.string()])
  ),
  integer: z
    .string()
    .regex(/^-?\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(-LARGEST_ID).max(LARGEST_ID)),
  biginteger: z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
  decimal: z
    .string()
    .regex(/^-?\d{1,8}(\.\d{1,8})?$/)
    .transform(Number),
  float: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
    .transform(Number),
  boolean: z.enum(['true', 'false']).transform((value) => value === 'true'),
  date: utcDay,
};

/** What Strapi adds to every type. */
const OF_STRAPI = ['documentId', 'locale'];

interface Attribute extends FilterField {
  type: string;
}

/** Attributes with plain values that the user may read. */
export function fieldsOf(
  { attributes }: ContentTypeSchema,
  access: Pick<TagAccess, 'maySee'>
): Attribute[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const isPlain = attribute.type in VALUES && !OF_STRAPI.includes(name);
    if (!isPlain || !access.maySee(name)) return [];
    const { enum: values } = attribute as { enum?: string[] };
    return [{ name, type: attribute.type, values: choices(attribute.type, values) }];
  });
}

function choices(type: string, values: string[] | undefined): string[] | null {
  if (type === 'boolean') return ['true', 'false'];
  return type === 'enumeration' ? (values ?? []) : null;
}

/** The value as the database compares it; undefined where it is none of the attribute's. */
export function valueFor({ type }: Attribute, value: string): FieldValue | undefined {
  return VALUES[type]?.safeParse(value).data;
}
