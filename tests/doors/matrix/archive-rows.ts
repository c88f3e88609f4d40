import { hundredths } from '../../../domain/kernel/hours'
import { day } from '../../../domain/kernel/instant'
import type { ArchiveLine } from '../../../server/claims/archive/documents'
import { having, type MakeInput, type Rows, registered, WITHIN } from './row'
import { photo } from './things'
import type { World } from './world'

const YEAR = { year: 2022 }
const SHA256 = '0'.repeat(64)
/** A line as a keeper's phone gives it. */
export const given = {
  ...{ kind: 'self-study', way: '自学考试', title: '土壤学', how: '自学教材，每周写一篇笔记' },
  ...{ from: '2022-03-01', to: '2022-05-20', hours: 800 },
}
const kept = ({ now }: World, change: Partial<ArchiveLine> & { id: string }): ArchiveLine => ({
  ...{ ...given, from: day(given.from), to: day(given.to), hours: hundredths(given.hours) },
  ...{ attachments: [], state: 'kept', claimId: null, revision: 1, keptByName: '闵子衿', keptAt: now },
  ...change,
})

/** An archive line that a place's unit keeps for one of its people. */
export async function recordFor(
  of: { unit: string; personId: string },
  world: World,
  change: Partial<ArchiveLine> = {},
): Promise<string> {
  const { unit: unitId, personId } = of
  const _id = `${unitId}:${personId}:2022`
  const { id = world.next('line') } = change
  const lines = [kept(world, { ...change, id })]
  const found = await world.store.get('study-archives', _id)
  if (found) await world.store.replace('study-archives', { ...found, lines })
  else
    await world.store.insert('study-archives', {
      ...{ _id, unitId, unitName: unitId, personId, personName: '孔令仪' },
      ...{ region: 'shandong', targetYear: 2022, lines },
    })
  return `${_id}:${id}`
}

const record: MakeInput = async ({ unit, personId }, world) => ({
  record: await recordFor({ unit, personId }, world),
})
const sheet: MakeInput = async (...at) => ({ ...((await record(...at)) as object), sha256: SHA256 })
const UNIT_ONLY = having('keep-archive', WITHIN)

export const archiveRows: Rows = {
  'archive.people': { input: () => YEAR, answers: having('keep-archive', 'ok') },
  'archive.person': {
    input: ({ personId }) => ({ ...YEAR, personId }),
    names: ['personId'],
    answers: UNIT_ONLY,
  },
  'archive.keep': {
    input: ({ personId }, world) => ({
      ...{ ...YEAR, personId, lineId: world.next('line'), revision: 0, line: given },
    }),
    names: ['personId'],
    answers: UNIT_ONLY,
  },
  'archive.withdraw': { input: record, names: ['record'], answers: UNIT_ONLY },
  'archive.attach': {
    // A file of one's own each time: it is the line that is another unit's.
    input: async (place, world, who) => ({
      ...{ ...((await record(place, world, who)) as object), name: '照片' },
      fileId: await photo(who, world),
    }),
    names: ['record'],
    answers: UNIT_ONLY,
  },
  'archive.detach': { input: sheet, names: ['record'], answers: UNIT_ONLY },
  'archive.fileUrl': {
    input: sheet,
    names: ['record'],
    // For the keeper, whose line has no such sheet; other callers learn nothing of the archive.
    answers: {
      ...registered('OUT_OF_SCOPE'),
      'unit-reviewer': ['FILE_UNKNOWN', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
    },
  },
  'archive.mine': { input: () => YEAR, answers: registered() },
}
