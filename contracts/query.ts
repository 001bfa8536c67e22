/** Pieces that the query schemas of several capabilities share. */
import { z } from 'zod';

/** `a,b,c` as a list of distinct, non-empty strings. A repeated parameter is refused. */
export const commaList = z
  .string()
  .min(1)
  .max(2000)
  .transform((value) => [...new Set(value.split(',').map((part) => part.trim()))])
  .pipe(z.array(z.string().min(1, 'has an empty item')).max(100));

/** PostgreSQL can neither store nor compare a null byte. */
export const noNullByte = (value: string) => !value.includes('\0');

/** Whether no value is there twice. */
export const distinct = (values: string[]) => new Set(values).size === values.length;

/** A slug or a uid. */
export const slug = z.string().min(1).max(255).refine(noNullByte, 'has a null byte');

/** A whole number written in digits, as a query carries it; other spellings of a number are refused. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A day as `2026-01-31`, in UTC. */
export const utcDay = z.iso
  .date('must be a day such as 2026-01-31')
  // Beyond these, databases disagree on what a date is.
  .refine((day) => day >= '1970-01-01' && day < '9999-01-01', 'must lie from 1970 to 9998');

/** `true` or `false`. */
export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  // Said once more for descriptions of the API, which cannot see through a transform.
  .pipe(z.boolean());

/** Page parameters of admin lists: pages count from 1. */
export const pageQuery = {
  page: wholeNumber(1, 1_000_000).default(1),
  pageSize: wholeNumber(1, 100).default(25),
};

/** A route parameter that is a row id. */
export const idParam = <Name extends string>(name: Name) =>
  z.object({ [name]: z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id') } as Record<
    Name,
    z.ZodString
  >);

/** Parameters or body of a route that takes none. */
export const noInput = z.strictObject({});

/** Where a page stands in its list. */
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}
