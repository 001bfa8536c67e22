/** The shapes of filters that Strapi builds into statements without looking, and fails on then. */
import { errors } from '@strapi/utils';

/** Operators that take a list; `$not` takes an object, the others one value, or none. */
const LISTS = ['$in', '$notIn'];
const GROUPS = ['$and', '$or'];

/**
 * Checks the query parameters `filters` and `_q`, and the filters of what is populated, however deep.
 * @throws {ValidationError} naming the parameter whose shape cannot be meant.
 */
export function checkFilterShape(query: Record<string, unknown>): void {
  checkQuery(query, (name) => name);
}

/** @param nameOf how a parameter of this query is called by whoever asks. */
function checkQuery(query: Record<string, unknown>, nameOf: (name: string) => string): void {
  const { _q: words, filters, populate } = query;
  if (words !== undefined && typeof words !== 'string') throw wrongShape(nameOf('_q'), 'text');
  if (filters !== undefined) {
    if (!isGroup(filters)) throw wrongShape(nameOf('filters'), 'an object');
    checkGroup(filters, nameOf('filters'));
  }
  if (isGroup(populate)) checkPopulated(populate, nameOf('populate'));
}

/** `on` has a query for each component, by its name. */
function checkPopulated(populated: Record<string, unknown>, path: string): void {
  for (const [key, query] of Object.entries(populated)) {
    if (!isGroup(query)) continue;
    const at = `${path}[${key}]`;
    checkQuery(query, (name) => `${at}[${name}]`);
    if (isGroup(query.on)) checkPopulated(query.on, `${at}[on]`);
  }
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
