/** Where the uses of a stage or persona are seen one by one. */
import type { UseGroup } from '../../../../contracts/taxonomy-terms';
import type { Kind } from '../../api/content-manager';
import type { TermId } from '../../api/terms';
import { IS } from '../../content-manager/list/tag-filter';
import { COVERAGE_PATH, INBOX_PATH } from '../../plugin-id';

/** What the signed-in user may see. */
export interface UsesAccess {
  inbox: boolean;
  coverage: boolean;
  /** The content types of the Content Manager by uid; undefined as long as they are not known. */
  kinds: ReadonlyMap<string, Kind> | undefined;
}

/** Address of a list narrowed to the term, or of the only entry; null where there is none. */
export function usesLink(
  { kind, uid, attributes, optedOut }: UseGroup,
  term: TermId & { slug: string },
  access: UsesAccess
): string | null {
  if (kind === 'items') {
    const query = new URLSearchParams({ [term.kind]: term.slug }).toString();
    return access.inbox ? `${INBOX_PATH}?${query}` : null;
  }
  if (kind === 'targets') return access.coverage ? COVERAGE_PATH : null;
  if (kind === 'other' || optedOut) return null;
  const contentTypeKind = access.kinds?.get(uid);
  if (contentTypeKind === undefined) return null;
  if (contentTypeKind === 'singleType') return `/content-manager/single-types/${uid}`;
  const [attribute, second] = attributes;
  // Two at once would need both to be the term.
  if (attribute === undefined || second !== undefined) return null;
  const filter = `filters[$and][0][${attribute}]${IS}`;
  const query = new URLSearchParams({ [filter]: term.documentId }).toString();
  return `/content-manager/collection-types/${uid}?${query}`;
}
