/**
 * The brute-force twin of coverage: plain loops over live documents, one definition of docs/metrics
 * after the other. Slow on purpose, and not a line of it shared with the server.
 */
import type { Coverage, CoverageCell } from '../../contracts/coverage';
import type { LiveDocument, LiveVersion, LiveWorld } from './live-documents';

const MS_PER_DAY = 86_400_000;
const EVERYONE = { slug: null, documentId: null };

/** Which live versions count. */
export interface Filter {
  locale?: string;
  /** Uids of the types that count; all when undefined. */
  types?: string[];
  /** Slug of a rep. */
  contributor?: string;
  /** Days as `2026-01-31`, both included. */
  publishedFrom?: string;
  publishedTo?: string;
  /** The moment from which on a version is fresh, where only fresh ones count. */
  freshFrom?: number;
}

export interface Look extends Omit<Filter, 'freshFrom'> {
  freshOnly?: boolean;
  /** The moment of looking, in milliseconds since 1970. */
  now: number;
  staleAfterDays: number;
  defaultTarget: number;
}

function counts(version: LiveVersion, filter: Filter): boolean {
  const { locale, contributor, publishedFrom, publishedTo, freshFrom } = filter;
  // Content without locales belongs to every locale.
  if (locale !== undefined && version.locale !== null && version.locale !== locale) return false;
  if (contributor !== undefined && !version.contributors.includes(contributor)) return false;
  const day = version.publishedAt.toISOString().slice(0, 10);
  if (publishedFrom !== undefined && day < publishedFrom) return false;
  if (publishedTo !== undefined && day > publishedTo) return false;
  return freshFrom === undefined || version.publishedAt.getTime() >= freshFrom;
}

/** Documents of the types asked for, with those of their versions that count. */
function lookedAt(world: LiveWorld, filter: Filter) {
  const documents: LiveDocument[] = [];
  for (const document of world.documents) {
    if (filter.types !== undefined && !filter.types.includes(document.type)) continue;
    const versions = document.versions.filter((version) => counts(version, filter));
    if (versions.length > 0) documents.push({ ...document, versions });
  }
  return documents;
}

function standsIn(version: LiveVersion, stage: string, persona: string | null): boolean {
  if (version.stage?.slug !== stage) return false;
  if (persona === null) return version.personas.length === 0;
  return version.personas.some(({ slug }) => slug === persona);
}

function isUntagged(document: LiveDocument): boolean {
  return document.versions.every(({ stage }) => stage === null);
}

/** The narrowest target wins: type and locale, type, locale, general, then the default. */
function targetOf(world: LiveWorld, look: Look, stage: string, persona: string | null): number {
  const type = look.types?.length === 1 ? (look.types[0] ?? null) : null;
  const locale = look.locale ?? null;
  const ways: [string | null, string | null][] = [
    [type, locale],
    [type, null],
    [null, locale],
    [null, null],
  ];
  for (const way of ways) {
    for (const target of world.targets) {
      if (target.stage !== stage || target.persona !== persona) continue;
      if (target.type === way[0] && target.locale === way[1]) return target.value;
    }
  }
  return persona === null ? 0 : look.defaultTarget;
}

/** Every figure of `GET /buyer-journey/coverage`. */
export function bruteForceCoverage(world: LiveWorld, look: Look): Coverage {
  const freshFrom = look.now - look.staleAfterDays * MS_PER_DAY;
  const documents = lookedAt(world, look.freshOnly ? { ...look, freshFrom } : look);
  const isFresh = (version: LiveVersion) => version.publishedAt.getTime() >= freshFrom;

  const cells: CoverageCell[] = [];
  for (const { slug: stage, documentId: stageId } of world.stages) {
    for (const { slug: persona, documentId } of [...world.personas, EVERYONE]) {
      const target = targetOf(world, look, stageId, documentId);
      let count = 0;
      let fresh = 0;
      for (const { versions } of documents) {
        const inCell = versions.filter((version) => standsIn(version, stage, persona));
        if (inCell.length > 0) count += 1;
        if (inCell.some(isFresh)) fresh += 1;
      }
      const gap = count < target ? target - count : 0;
      cells.push({ stage, persona, documents: count, fresh, target, gap });
    }
  }

  const stageTotals = [];
  for (const { slug: stage } of world.stages) {
    let count = 0;
    let fresh = 0;
    for (const { versions } of documents) {
      const inStage = versions.filter((version) => version.stage?.slug === stage);
      if (inStage.length > 0) count += 1;
      if (inStage.some(isFresh)) fresh += 1;
    }
    stageTotals.push({ stage, documents: count, fresh });
  }

  const types = [];
  for (const { uid, displayName } of world.types) {
    if (look.types !== undefined && !look.types.includes(uid)) continue;
    const ofType = documents.filter(({ type }) => type === uid);
    const untagged = ofType.filter(isUntagged).length;
    types.push({ uid, displayName, documents: ofType.length, untagged });
  }

  let inScope = 0;
  let reached = 0;
  let wanted = 0;
  let filled = 0;
  for (const { documents: count, target } of cells) {
    if (target === 0) continue;
    inScope += 1;
    if (count >= target) reached += 1;
    wanted += target;
    filled += count < target ? count : target;
  }
  const untagged = documents.filter(isUntagged).length;
  return {
    stages: world.stages,
    personas: world.personas,
    types,
    cells,
    stageTotals,
    totals: {
      documents: documents.length,
      tagged: documents.length - untagged,
      untagged,
      coverage: inScope === 0 ? null : reached / inScope,
      fill: wanted === 0 ? null : filled / wanted,
    },
  };
}

export interface Cell extends Filter {
  /** Slug, `none` for untagged documents, undefined for any. */
  stage?: string;
  /** Slug, `everyone` for documents without persona, undefined for any. */
  persona?: string;
}

/**
 * The documents behind a cell, each with the versions that put it there. Documents without a stage
 * are those that no live version tags.
 */
export function bruteForceEntries(world: LiveWorld, cell: Cell): LiveDocument[] {
  const entries: LiveDocument[] = [];
  for (const document of lookedAt(world, cell)) {
    if (cell.stage === 'none' && !isUntagged(document)) continue;
    const versions = document.versions.filter(({ stage, personas }) => {
      if (cell.stage !== undefined && cell.stage !== 'none' && stage?.slug !== cell.stage) {
        return false;
      }
      if (cell.persona === undefined) return true;
      if (cell.persona === 'everyone') return personas.length === 0;
      return personas.some(({ slug }) => slug === cell.persona);
    });
    if (versions.length > 0) entries.push({ ...document, versions });
  }
  return entries;
}
