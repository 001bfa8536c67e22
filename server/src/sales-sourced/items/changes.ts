/** What differs between two rows of an item, by field. No database in here. */
import type { ItemRow } from './draft';

/** Fields whose changes make history. What the server keeps for itself does not. */
const FIELDS = [
  'buyerWords',
  'kind',
  'answer',
  'slug',
  'stage',
  'resolveByStage',
  'personas',
  'contributors',
  'rep',
  'dueDate',
  'source',
  'account',
  'crmReference',
  'declineReason',
  'externalId',
  'confirmed',
] as const satisfies (keyof ItemRow)[];

/** Names of the fields that differ. State and owner have events of their own. */
export function changedFields(before: ItemRow, after: ItemRow): string[] {
  return FIELDS.filter((field) => comparable(before[field]) !== comparable(after[field]));
}

/** Related rows count by their ids, in whatever order they are. */
function comparable(value: unknown): string {
  if (Array.isArray(value) && value.every(isRow)) {
    return value
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join();
  }
  return isRow(value) ? String(value.id) : JSON.stringify(value ?? null);
}

function isRow(value: unknown): value is { id: number } {
  return typeof value === 'object' && value !== null && 'documentId' in value && 'id' in value;
}
