import type { LinkAnswerBody } from '../../../contracts/sales-sourced/answers';
import type { EntriesQuestion } from './coverage';
import type { CoverageScope } from './coverage-question';
import type { RelationQuestion } from './content-manager';
import type { InboxQuestion } from './inbox-question';
import type { TrendQuestion } from './trend';

/** Every key of the query cache. Invalidating a shorter key reaches the longer ones below it. */
export const keys = {
  coverage: {
    all: ['coverage'] as const,
    matrix: (scope: CoverageScope, version?: string) =>
      ['coverage', 'matrix', scope, version] as const,
    demand: (scope: CoverageScope) => ['coverage', 'demand', scope] as const,
    fromSales: (scope: CoverageScope) => ['coverage', 'from-sales', scope] as const,
    entries: (question: EntriesQuestion) => ['coverage', 'entries', question] as const,
    filters: ['coverage', 'filters'] as const,
    trend: (question: TrendQuestion) => ['coverage', 'trend', question] as const,
  },
  taxonomy: {
    all: ['taxonomy'] as const,
    current: ['taxonomy', 'current'] as const,
    stageModels: ['taxonomy', 'stage-models'] as const,
    personaPreset: ['taxonomy', 'persona-preset'] as const,
  },
  tagging: {
    contentTypes: ['tagging', 'content-types'] as const,
    access: ['tagging', 'access'] as const,
  },
  inbox: {
    lists: ['inbox', 'list'] as const,
    list: (question: InboxQuestion) => ['inbox', 'list', question] as const,
    answeredBy: (document: LinkAnswerBody) => ['inbox', 'list', 'answered-by', document] as const,
    items: ['inbox', 'item'] as const,
    item: (documentId: string) => ['inbox', 'item', documentId] as const,
    choices: ['inbox', 'choices'] as const,
    figures: ['inbox', 'figures'] as const,
    answerable: (search: string) => ['inbox', 'answerable', search] as const,
  },
  capture: {
    me: ['capture', 'me'] as const,
    similar: ['capture', 'similar'] as const,
    similarTo: (text: string) => ['capture', 'similar', text] as const,
    mine: ['capture', 'mine'] as const,
    myPage: (page: number) => ['capture', 'mine', page] as const,
  },
  personas: {
    all: ['personas'] as const,
    list: ['personas', 'list'] as const,
    owners: ['personas', 'owners'] as const,
    profile: (documentId: string) => ['personas', 'profile', documentId] as const,
    evidence: (documentId: string, page: number) =>
      ['personas', 'profile', documentId, 'evidence', page] as const,
  },
  reps: ['reps'] as const,
  suggestedRoles: ['suggested-roles'] as const,
  contentManager: {
    kinds: ['content-manager', 'kinds'] as const,
    relations: (question: RelationQuestion) => ['content-manager', 'relations', question] as const,
    stage: (documentId: string) => ['content-manager', 'stage', documentId] as const,
  },
};
