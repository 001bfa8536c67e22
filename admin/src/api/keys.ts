import type { BulkTaggingBody } from '../../../contracts/bulk-tagging';
import type { LinkAnswerBody } from '../../../contracts/sales-sourced/answers';
import type { TermKind } from '../../../contracts/taxonomy-terms';
import type { EntriesQuestion } from './coverage';
import type { CoverageScope } from './coverage-question';
import type { RelationQuestion, SearchQuestion } from './content-manager';
import type { InboxQuestion } from './inbox-question';
import type { TaggingFilter } from './tagging-filter';
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
    term: (kind: TermKind, documentId: string) => ['taxonomy', 'term', kind, documentId] as const,
    uses: (kind: TermKind, documentId: string) => ['taxonomy', 'uses', kind, documentId] as const,
  },
  tagging: {
    contentTypes: ['tagging', 'content-types'] as const,
    access: ['tagging', 'access'] as const,
    rules: ['tagging', 'rules'] as const,
    rulesTrial: (version: number) => ['tagging', 'rules-trial', version] as const,
    ruleFields: (type: string) => ['tagging', 'rule-fields', type] as const,
    choices: ['tagging', 'choices'] as const,
    queues: ['tagging', 'queue'] as const,
    queue: (question: TaggingFilter) => ['tagging', 'queue', question] as const,
    preview: (question: BulkTaggingBody | null) => ['tagging', 'preview', question] as const,
    runs: ['tagging', 'runs'] as const,
    errors: (run: number, page: number) => ['tagging', 'errors', run, page] as const,
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
  setup: ['setup'] as const,
  reps: ['reps'] as const,
  suggestedRoles: ['suggested-roles'] as const,
  contentManager: {
    kinds: ['content-manager', 'kinds'] as const,
    relations: (question: RelationQuestion) => ['content-manager', 'relations', question] as const,
    choices: (uid: string) => ['content-manager', 'choices', uid] as const,
    search: (question: SearchQuestion) => ['content-manager', 'search', question] as const,
  },
};
