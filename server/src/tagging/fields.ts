/** The attributes of a type that entries can be filtered by. */
import { z } from 'zod';

import type { FilterField } from '../../../contracts/tagging-queue';
import { utcDay } from '../../../contracts/query';
import { LARGEST_ID, type ContentTypeSchema } from '../strapi';
import type { TagAccess } from './tag-access';

type Plain = string | number | boolean;

/** A value to look for: text in whatever case, anything else as it is. */
export type FieldValue = { text: string } | { exactly: Plain };

const text = z.string().transform((value) => ({ text: value }));
const exactly = (value: Plain) => ({ exactly: value });

/** What a value of each type of attribute is written like. */
const VALUES: Record<string, z.ZodType<FieldValue, string>> = {
  ...{ string: text, text, uid: text, email: text, enumeration: text },
  integer: z
    .string()
    .regex(/^-?\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(-LARGEST_ID).max(LARGEST_ID))
    .transform(exactly),
  biginteger: z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .transform(exactly),
  decimal: z
    .string()
    .regex(/^-?\d{1,8}(\.\d{1,8})?$/)
    .transform(Number)
    .transform(exactly),
  float: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
    .transform(Number)
    .transform(exactly),
  boolean: z.enum(['true', 'false']).transform((value) => exactly(value === 'true')),
  // Not as text, which PostgreSQL does not make of a date.
  date: utcDay.transform(exactly),
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

/** The value to look for; undefined where it is none of the attribute's. */
export function valueFor({ type }: Attribute, value: string): FieldValue | undefined {
  return VALUES[type]?.safeParse(value).data;
}
