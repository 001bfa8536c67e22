import type { TermKind } from '../../../../contracts/taxonomy-terms';

/** A stage or persona in a list. */
export interface Term {
  kind: TermKind;
  documentId: string;
  slug: string;
  name: string;
  retired: boolean;
  /** How many documents, items and targets use it. */
  uses: number;
}
