import type { Category } from '@server/learning/catalog/views'
import type { BindingState, Region } from '@server/people/views'

/**
 * Every key of the query cache. The first word is the area: after something changed, the area is invalidated as a
 * whole (`queries.invalidateQueries({ queryKey: queryKeys.home.all })`).
 */
export const queryKeys = {
  entry: ['entry'] as const,
  account: {
    all: ['account'] as const,
    me: ['account', 'me'] as const,
    contest: ['account', 'contest'] as const,
    erasure: ['account', 'erasure'] as const,
    units: (text: string) => ['account', 'units', text] as const,
  },
  home: { all: ['home'] as const, view: ['home', 'view'] as const },
  catalog: {
    all: ['catalog'] as const,
    list: (year: number | null, category: Category | null, length: string | null) =>
      ['catalog', 'list', year, category, length] as const,
    course: (courseId: string) => ['catalog', 'course', courseId] as const,
  },
  study: { session: (lectureId: string) => ['study', 'session', lectureId] as const },
  exam: {
    paper: (courseId: string) => ['exam', 'paper', courseId] as const,
    result: (attemptId: string) => ['exam', 'result', attemptId] as const,
  },
  inbox: {
    all: ['inbox'] as const,
    list: ['inbox', 'list'] as const,
    templates: ['inbox', 'templates'] as const,
  },
  stats: {
    overview: (orgId: string | null, year: number | null) => ['stats', 'overview', orgId, year] as const,
    behind: (orgId: string, year: number) => ['stats', 'behind', orgId, year] as const,
  },
  audit: { search: (orgId: string, action: string) => ['audit', 'search', orgId, action] as const },
  hours: {
    all: ['hours'] as const,
    account: (year: number | null) => ['hours', 'account', year] as const,
    voiding: (entryId: string) => ['hours', 'voiding', entryId] as const,
  },
  certificate: {
    all: ['certificate'] as const,
    mine: ['certificate', 'mine'] as const,
    view: (number: string) => ['certificate', 'view', number] as const,
  },
  claim: {
    all: ['claim'] as const,
    kinds: (year: number | null) => ['claim', 'kinds', year] as const,
    drafts: ['claim', 'drafts'] as const,
    draft: (draftId: string) => ['claim', 'draft', draftId] as const,
    preview: (draftId: string) => ['claim', 'preview', draftId] as const,
    mine: ['claim', 'mine'] as const,
    claim: (claimId: string) => ['claim', 'claim', claimId] as const,
  },
  archive: {
    all: ['archive'] as const,
    people: (year: number | null) => ['archive', 'people', year] as const,
    person: (personId: string, year: number) => ['archive', 'person', personId, year] as const,
    mine: (year: number) => ['archive', 'mine', year] as const,
  },
  policy: {
    all: ['policy'] as const,
    show: (year: number | null, region: Region | null) => ['policy', 'show', year, region] as const,
    makeUp: ['policy', 'make-up'] as const,
  },
  title: {
    all: ['title'] as const,
    check: (input: object) => ['title', 'check', input] as const,
    plan: (input: object) => ['title', 'plan', input] as const,
  },
  organisation: {
    all: ['organisation'] as const,
    above: (text: string) => ['organisation', 'above', text] as const,
    mine: ['organisation', 'mine'] as const,
    tree: (parentId: string | null) => ['organisation', 'tree', parentId] as const,
    holders: (orgId: string) => ['organisation', 'holders', orgId] as const,
    candidates: (orgId: string) => ['organisation', 'candidates', orgId] as const,
    moves: ['organisation', 'moves'] as const,
  },
  oversight: {
    all: ['oversight'] as const,
    bodies: ['oversight', 'bodies'] as const,
    checks: ['oversight', 'checks'] as const,
    check: (checkId: string) => ['oversight', 'check', checkId] as const,
    sample: (checkId: string, claimId: string) => ['oversight', 'sample', checkId, claimId] as const,
    objections: (state: string) => ['oversight', 'objections', state] as const,
    objection: (voidingId: string) => ['oversight', 'objection', voidingId] as const,
    certifying: (unitId: string) => ['oversight', 'certifying', unitId] as const,
    jobs: ['oversight', 'jobs'] as const,
    cases: ['oversight', 'cases'] as const,
    myCases: ['oversight', 'my-cases'] as const,
  },
  outside: {
    batches: ['outside', 'batches'] as const,
    batch: (batchId: string, state: string | null) => ['outside', 'batch', batchId, state] as const,
    unmatched: ['outside', 'unmatched'] as const,
    providers: ['outside', 'providers'] as const,
    titleExport: (page: object) => ['outside', 'title-export', page] as const,
  },
  roster: {
    status: ['roster', 'status'] as const,
    preview: (importId: string, state: string, verdict: string) =>
      ['roster', 'preview', importId, state, verdict] as const,
  },
  review: {
    all: ['review'] as const,
    people: (binding: BindingState) => ['review', 'people', binding] as const,
    contests: (level: 'unit' | 'above') => ['review', 'contests', level] as const,
    standing: (behindOnly: boolean) => ['review', 'standing', behindOnly] as const,
    unitCode: ['review', 'unit-code'] as const,
    queue: (orgId: string | null) => ['review', 'queue', orgId] as const,
    done: ['review', 'done'] as const,
    claim: (claimId: string) => ['review', 'claim', claimId] as const,
    delegations: ['review', 'delegations'] as const,
  },
}
