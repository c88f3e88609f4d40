import { type Answers, having, type MakeInput, type Rows, WITHIN } from './row'
import { batch, provider, publicKey, rosterFile, rosterImport } from './things'

const LOOKERS = having('see-figures', WITHIN)

/** Providers and batches are a whole region's: staff of a county, own or other, are not at its top. */
const region = (answers: Answers) => having('read-outside', 'OUT_OF_SCOPE', { 'region-staff': answers })
/** Another region's batch or provider is as unknown as none. */
const BATCH = region(['ok', 'BATCH_UNKNOWN', 'BATCH_UNKNOWN'])
const PROVIDER = region(['ok', 'PROVIDER_UNKNOWN', 'PROVIDER_UNKNOWN'])

const page = () => ({})
const titles = (body: string, readingId: string) => ({
  ...{ orgId: body, level: 'middle', applicationYear: 2022 },
  idNumbers: { readingId, reason: '职称评审' },
})

export const staffRows: Rows = {
  'audit.search': {
    input: ({ body }) => ({ scopeOrgId: body }),
    names: ['scopeOrgId'],
    answers: having('read-log', WITHIN),
  },
  'stats.overview': { input: ({ body }) => ({ orgId: body }), names: ['orgId'], answers: LOOKERS },
  'stats.behind': { input: ({ unit }) => ({ orgId: unit }), names: ['orgId'], answers: LOOKERS },
  'outside.batches': { input: page, answers: region('ok') },
  'outside.batch': {
    input: async (place, world) => ({ batchId: await batch(place, world), state: null }),
    names: ['batchId'],
    answers: BATCH,
  },
  'outside.unmatched': { input: page, answers: region('ok') },
  'outside.sheet': {
    input: async (place, world) => ({ batchId: await batch(place, world) }),
    names: ['batchId'],
    answers: BATCH,
  },
  'outside.providers': { answers: region('ok') },
  'outside.setKey': {
    input: async ({ base }) => ({ providerId: base, publicKeyHex: await publicKey() }),
    names: ['providerId'],
    answers: PROVIDER,
  },
  'outside.withdrawKey': {
    input: async (place, world) => ({ providerId: await provider(place, world), keyId: 1 }),
    names: ['providerId'],
    answers: PROVIDER,
  },
  'outside.titleExport': {
    input: ({ body }, world) => titles(body, world.next('r')),
    names: ['orgId'],
    answers: having('export-titles', WITHIN),
  },
  'outside.titleSheet': {
    input: ({ body }, world) => titles(body, world.next('r')),
    names: ['orgId'],
    answers: having('export-titles', WITHIN),
  },
}

const keepers = (answers: Answers) => having('import-roster', answers)
/** The person who began an import goes on with it; another's import is as unknown as none. */
const THEIRS = keepers(['ok', 'IMPORT_UNKNOWN', 'IMPORT_UNKNOWN'])
const theirs = (state: Parameters<typeof rosterImport>[2], more: object = {}) => {
  const input: MakeInput = async (place, world) => ({
    importId: await rosterImport(place, world, state),
    ...more,
  })
  return { input, names: ['importId'], answers: THEIRS }
}

export const rosterRows: Rows = {
  'roster.template': { answers: keepers('ok') },
  'roster.ticket': { answers: keepers('ok') },
  'roster.begin': {
    input: async ({ ownerId }, world) => ({ fileId: await rosterFile(ownerId, world), fileName: '名册' }),
    names: ['fileId'],
    answers: keepers(['ok', 'FILE_UNKNOWN', 'FILE_UNKNOWN']),
  },
  'roster.check': theirs('checking'),
  'roster.preview': theirs('ready'),
  'roster.confirm': theirs('ready'),
  'roster.step': theirs('running'),
  'roster.status': theirs('running'),
  'roster.errors': theirs('ready'),
  'roster.export': {
    input: ({ unit }) => ({ unitId: unit }),
    names: ['unitId'],
    answers: having('export-roster', WITHIN),
  },
}
