/** What crosses between server and admin for coverage: the matrix and the entries behind a cell. */
import { z } from 'zod';

import { commaList, flag, noNullByte, pageQuery, slug, utcDay, wholeNumber } from './query';

/** Persona parameter that names the row of content without a persona. */
export const EVERYONE = 'everyone';
/** Stage parameter that names documents without a stage. */
export const NO_STAGE = 'none';

/** Which live documents are looked at; without any filter all are. */
const filters = {
  locale: z.string().min(1).max(35).optional(),
  /** Uids of tagged content types, separated by commas. */
  type: commaList.optional(),
  /** Slug of a rep whom a live entry names as contributor; any other is refused, known or not. */
  contributor: slug.optional(),
  /** Last published on this day or later. */
  publishedFrom: utcDay.optional(),
  /** Last published on this day or earlier. */
  publishedTo: utcDay.optional(),
  freshOnly: flag.optional(),
  /** A document is fresh when it was last published at most this many days ago. */
  staleAfterDays: wholeNumber(1, 36_500).optional(),
};

/** `GET /buyer-journey/coverage` */
export const coverageQuery = z.strictObject(filters);
export type CoverageQuery = z.infer<typeof coverageQuery>;

/** Where entries stand: in a cell, at a stage, untagged, or anywhere. */
const place = {
  stage: slug.optional(),
  persona: slug.optional(),
  /** Only documents that sales has a part in. */
  fromSales: flag.optional(),
};

/** `GET /buyer-journey/coverage/entries` */
export const coverageEntriesQuery = z.strictObject({ ...filters, ...place, ...pageQuery });
export type CoverageEntriesQuery = z.infer<typeof coverageEntriesQuery>;

/** `GET /buyer-journey/coverage/export/entries`; the grid is exported with a `coverageQuery`. */
export const coverageExportQuery = z.strictObject({ ...filters, ...place });
export type CoverageExportQuery = z.infer<typeof coverageExportQuery>;

/** Header of the exported entries: how many there are. */
export const TOTAL_HEADER = 'X-Total-Count';

export interface CoverageStage {
  documentId: string;
  slug: string;
  name: string;
  position: number;
  alwaysOn: boolean;
  buyerQuestion: string | null;
  color: string | null;
  /** Still used, and not offered for anything new: its cells are out of scope. */
  retired: boolean;
}

export interface CoveragePersona {
  documentId: string;
  slug: string;
  name: string;
  buyingRole: string | null;
  retired: boolean;
}

export interface CoverageType {
  uid: string;
  displayName: string;
  /** Live documents of the type. */
  documents: number;
  /** Live documents of the type without a stage. */
  untagged: number;
}

export interface CoverageCell {
  /** Slug of the stage. */
  stage: string;
  /** Slug of the persona; null is the Everyone row. */
  persona: string | null;
  documents: number;
  fresh: number;
  /** How many documents there should be; 0 puts the cell out of scope. */
  target: number;
  gap: number;
}

/** How a cell stands against its target. */
export type CellState = 'onTarget' | 'overTarget' | 'under' | 'empty' | 'outOfScope';

/** The state of a cell from its two numbers. */
export function cellState({
  documents,
  target,
}: Pick<CoverageCell, 'documents' | 'target'>): CellState {
  if (target === 0) return 'outOfScope';
  if (documents === 0) return 'empty';
  if (documents < target) return 'under';
  return documents === target ? 'onTarget' : 'overTarget';
}

export interface CoverageStageTotal {
  stage: string;
  documents: number;
  fresh: number;
}

export interface CoverageTotals {
  documents: number;
  tagged: number;
  untagged: number;
  /** Share of cells in scope that reach their target, 0..1; null when no cell is in scope. */
  coverage: number | null;
  /** Share of all targets that is met, surplus not counted, 0..1; null when no cell is in scope. */
  fill: number | null;
}

export interface Coverage {
  stages: CoverageStage[];
  personas: CoveragePersona[];
  types: CoverageType[];
  cells: CoverageCell[];
  stageTotals: CoverageStageTotal[];
  totals: CoverageTotals;
}

export interface CoverageEntry {
  /** Uid of the content type. */
  type: string;
  typeName: string;
  kind: 'collectionType' | 'singleType';
  documentId: string;
  locale: string | null;
  /** Value of the type's main field; null when it is empty. */
  title: string | null;
  stage: { slug: string; name: string } | null;
  personas: { slug: string; name: string }[];
  publishedAt: string | null;
}

export interface CoverageEntries {
  data: CoverageEntry[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    /** Documents in the cell that the signed-in user may not read: counted in the grid, not listed. */
    hidden: number;
  };
}

/** `POST /buyer-journey/coverage/drafts`: an entry for a cell. */
export const startDraftBody = z.strictObject({
  /** Uid of a tagged content type. */
  type: z.string().min(1).max(255),
  title: z.string().trim().min(1).max(255).refine(noNullByte, 'has a null byte'),
  stage: slug,
  /** Null is the Everyone row. */
  persona: slug.nullable(),
  locale: z.string().min(1).max(35).optional(),
});
export type StartDraftBody = z.infer<typeof startDraftBody>;

/** How many of the documents answer what sales heard, or name a rep. */
export interface FromSales {
  documents: number;
  fromSales: number;
  /** 0..1; null where there are no documents. */
  share: number | null;
}

/** `GET /buyer-journey/coverage/sales-sourced`, with the parameters of `GET /buyer-journey/coverage` */
export interface CoverageFromSales {
  /** In the order of the matrix. */
  cells: (FromSales & { stage: string; persona: string | null })[];
  stageTotals: (FromSales & { stage: string })[];
  total: FromSales;
}

/** `GET /buyer-journey/coverage/filters` */
export interface CoverageFilters {
  /** Empty when the site has one locale or no localized tagged type. */
  locales: { code: string; name: string; isDefault: boolean }[];
  types: { uid: string; displayName: string }[];
  /** For how many days after its last publication a document is fresh, unless asked otherwise. */
  staleAfterDays: number;
  /** Types that the user may start entries of. */
  draftTypes: { uid: string; displayName: string }[];
  /** Reps whom a live entry of a tagged type names as contributor, by name. */
  contributors: { slug: string; displayName: string }[];
}
