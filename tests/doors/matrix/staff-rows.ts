import { holders, type Rows, type registered, WITHIN } from './row'

const LOOKERS = holders({
  'unit-reviewer': WITHIN,
  'department-reviewer': WITHIN,
  'bureau-reviewer': WITHIN,
  'bureau-staff': WITHIN,
})

/** Providers and batches are a whole region's: staff of a county, own or other, are not at its top. */
const REGION = holders({ 'bureau-staff': 'OUT_OF_SCOPE' })

const page = () => ({})
const titles = (body: string, readingId: string) => ({
  ...{ orgId: body, level: 'middle', applicationYear: 2022 },
  idNumbers: { readingId, reason: '职称评审' },
})

export const staffRows: Rows = {
  'audit.search': {
    input: ({ body }) => ({ scopeOrgId: body }),
    answers: holders({ 'bureau-staff': WITHIN }),
  },
  'stats.overview': { input: ({ body }) => ({ orgId: body }), answers: LOOKERS },
  'stats.behind': { input: ({ unit }) => ({ orgId: unit }), answers: LOOKERS },
  'outside.batches': { input: page, answers: REGION },
  'outside.batch': { input: () => ({ batchId: 'none', state: null }), answers: REGION },
  'outside.unmatched': { input: page, answers: REGION },
  'outside.sheet': { input: () => ({ batchId: 'none' }), answers: REGION },
  'outside.providers': { answers: REGION },
  'outside.setKey': { input: () => ({ providerId: 'none', publicKeyHex: '04' }), answers: REGION },
  'outside.withdrawKey': { input: () => ({ providerId: 'none', keyId: 1 }), answers: REGION },
  'outside.titleExport': {
    input: ({ body }, world) => titles(body, world.next('r')),
    answers: holders({ committee: WITHIN }),
  },
  'outside.titleSheet': {
    input: ({ body }, world) => titles(body, world.next('r')),
    answers: holders({ committee: WITHIN }),
  },
}

const KEEPERS = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer', 'bureau-staff'] as const
const keepers = (answers: Parameters<typeof registered>[0]) =>
  holders(Object.fromEntries(KEEPERS.map((who) => [who, answers])))
/** Whoever began an import goes on with it; another's is as unknown as none. */
const theirs = (more: object = {}) => ({
  input: () => ({ importId: 'none', ...more }),
  answers: keepers('IMPORT_UNKNOWN'),
})

export const rosterRows: Rows = {
  'roster.template': { answers: keepers('ok') },
  'roster.ticket': { answers: keepers('ok') },
  'roster.begin': { input: () => ({ fileId: 'none', fileName: '名册' }), answers: keepers('FILE_UNKNOWN') },
  'roster.check': theirs(),
  'roster.preview': theirs(),
  'roster.confirm': theirs(),
  'roster.step': theirs(),
  'roster.status': theirs(),
  'roster.errors': theirs(),
  'roster.export': { input: ({ unit }) => ({ unitId: unit }), answers: keepers(WITHIN) },
}
