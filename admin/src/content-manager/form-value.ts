/** The one place that knows how Strapi's edit form holds a relation: as changes over what is saved. */
import type { RelationTarget } from '../api/content-manager';

interface RelationChange {
  connect: RelationTarget[];
  disconnect: { id: number }[];
}

/** What the form takes for a relation; null or undefined is what one without targets can begin with. */
export type RelationValue = { connect: object[]; disconnect: object[] } | null | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Rows that the form adds keep what the API needs in `apiData`. */
function readTarget(row: unknown): RelationTarget | null {
  if (!isRecord(row) || typeof row.id !== 'number') return null;
  const source = isRecord(row.apiData) ? row.apiData : row;
  if (typeof source.documentId !== 'string') return null;
  const name = typeof row.label === 'string' ? row.label : undefined;
  return { id: row.id, documentId: source.documentId, name };
}

const fieldOf = (values: unknown, field: string) => (isRecord(values) ? values[field] : undefined);

/** Nothing, or lists of rows that we can read: anything else we would not know how to change. */
export function knowsValue(values: unknown, field: string): boolean {
  const value = fieldOf(values, field);
  if (value === undefined || value === null) return true;
  if (!isRecord(value)) return false;
  const { connect, disconnect, ...rest } = value;
  const hasRows = (rows: unknown, isRow: (row: unknown) => boolean) =>
    rows === undefined || (Array.isArray(rows) && rows.every(isRow));
  return (
    Object.keys(rest).length === 0 &&
    hasRows(connect, (row) => readTarget(row) !== null) &&
    hasRows(disconnect, (row) => isRecord(row) && typeof row.id === 'number')
  );
}

function readChange(values: unknown, field: string): RelationChange {
  const value = fieldOf(values, field);
  if (!isRecord(value)) return { connect: [], disconnect: [] };
  const { connect, disconnect } = value;
  const rows = Array.isArray(connect) ? connect.map(readTarget) : [];
  const removed = Array.isArray(disconnect) ? disconnect : [];
  return {
    connect: rows.filter((row) => row !== null),
    disconnect: removed.filter(
      (row): row is { id: number } => isRecord(row) && typeof row.id === 'number'
    ),
  };
}

/** What a relation will hold once the form is saved: the saved targets with the form's changes applied. */
export function chosenTargets(
  values: unknown,
  field: string,
  saved: RelationTarget[]
): RelationTarget[] {
  const { connect, disconnect } = readChange(values, field);
  const gone = new Set([...disconnect, ...connect].map(({ id }) => id));
  return [...saved.filter(({ id }) => !gone.has(id)), ...connect];
}

/** The same for a relation that holds one target at most: what is added takes the place of what was there. */
export function chosenTarget(
  values: unknown,
  field: string,
  saved: RelationTarget[]
): RelationTarget | undefined {
  return chosenTargets(values, field, saved).at(-1);
}

/**
 * What is stored, as far as the form knows: right after a save, it still begins with the changes that it sent, while
 * an answer of before the save may be all there is.
 */
export function storedTargets(
  initialValues: unknown,
  field: string,
  saved: RelationTarget[]
): RelationTarget[] {
  return chosenTargets(initialValues, field, saved);
}

/**
 * The value with which the form comes to hold `chosen`. Choosing what is stored gives back the value that the form
 * began with, so that it does not count as changed.
 */
export function valueFor(
  chosen: RelationTarget[],
  stored: RelationTarget[],
  initialValues: unknown,
  field: string
): RelationValue {
  const kept = new Set(chosen.map(({ id }) => id));
  const before = new Set(stored.map(({ id }) => id));
  const connect = chosen.filter(({ id }) => !before.has(id)).map(asConnected);
  const disconnect = stored.filter(({ id }) => !kept.has(id)).map(asDisconnected);
  return connect.length > 0 || disconnect.length > 0
    ? { connect, disconnect }
    : (fieldOf(initialValues, field) as RelationValue);
}

const asConnected = ({ id, documentId, name }: RelationTarget) => ({
  id,
  apiData: { id, documentId, isTemporary: true },
  label: name,
});

const asDisconnected = ({ id, documentId }: RelationTarget) => ({
  id,
  apiData: { id, documentId },
});
