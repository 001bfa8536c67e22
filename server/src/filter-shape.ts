/** The shapes of filters that Strapi builds into statements without looking, and fails on then. */
import { errors } from '@strapi/utils';

/** Operators that take a list; `$not` takes an object, the others one value, or none. */
const LISTS = ['$in', '$notIn'];
const GROUPS = ['$and', '$or'];

/**
 * Checks the query parameters `filters` and `_q`.
 * @throws {ValidationError} naming the parameter whose shape cannot be meant.
 */
export function checkFilterShape(query: Record<string, unknown>): void {
  if (query._q !== undefined && typeof query._q !== 'string') throw wrongShape('_q', 'text');
  if (query.filters === undefined) return;
  if (!isGroup(query.filters)) throw wrongShape('filters', 'an object');
  checkGroup(query.filters, 'filters');
}

function checkGroup(group: Record<string, unknown>, path: string): void {
  for (const [key, value] of Object.entries(group)) {
    const at = `${path}[${key}]`;
    if (GROUPS.includes(key)) {
      if (!Array.isArray(value)) throw wrongShape(at, 'a list');
      value.forEach((part: unknown, index) => {
        if (!isGroup(part)) throw wrongShape(`${at}[${index}]`, 'an object');
        checkGroup(part, `${at}[${index}]`);
      });
    } else if (key === '$between') {
      if (!Array.isArray(value) || value.length !== 2) throw wrongShape(at, 'a list of two values');
      value.forEach((part: unknown) => {
        checkValue(part, at);
      });
    } else if (isGroup(value)) {
      if (key.startsWith('$') && key !== '$not') throw wrongShape(at, 'plain values');
      checkGroup(value, at);
    } else if (Array.isArray(value)) {
      if (key.startsWith('$') && !LISTS.includes(key)) throw wrongShape(at, 'one value');
      value.forEach((part: unknown) => {
        checkValue(part, at);
      });
    }
  }
}

function checkValue(value: unknown, at: string): void {
  if (isGroup(value) || Array.isArray(value)) throw wrongShape(at, 'plain values');
}

/** Whether a parameter was given in parts, by name. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongShape(parameter: string, expected: string): Error {
  return new errors.ValidationError(`${parameter}: must be ${expected}.`, {
    errors: [{ path: [parameter], message: `must be ${expected}`, name: 'ValidationError' }],
  });
}
