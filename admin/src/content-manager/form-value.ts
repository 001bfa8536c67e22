/** The one place that knows how Strapi's edit form holds a relation: as changes over what is saved. */
import type { RelationTarget } from '../api/content-manager';

interface RelationChange {
  connect: RelationTarget[];
  disconnect: { id: number }[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Rows that the form adds keep what the API needs in `apiData`. */
function readTarget(row: unknown): RelationTarget | null {
  if (!isRecord(row) || typeof row.id !== 'number') return null;
  const source = isRecord(row.apiData) ? row.apiData : row;
  return typeof source.documentId === 'string'
    ? { id: row.id, documentId: source.documentId }
    : null;
}

function readChange(values: unknown, field: string): RelationChange {
  const value = isRecord(values) ? values[field] : undefined;
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
