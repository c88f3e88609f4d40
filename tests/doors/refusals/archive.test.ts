import { day } from '../../../domain/kernel/instant'
import { packLookup } from '../../../domain/policy/lookup'
import { sealPack } from '../../../domain/policy/seal-pack'
import { reading } from '../../../policies/say'
import { TAIAN_2022 } from '../../../policies/shandong/taian-2022'
import type { ArchiveLine } from '../../../server/claims/archive/documents'
import { keepLine, withdrawLine } from '../../../server/claims/archive/keep-line'
import { attachToLine, detachFromLine, lineFileUrl } from '../../../server/claims/archive/line-files'
import { listPeople, showMine, showOwnArchive } from '../../../server/claims/archive/show-archive'
import { api } from '../../../server/surface'
import { given, recordFor } from '../matrix/archive-rows'
import { photo, SHA256 } from '../matrix/things'
import type { World } from '../matrix/world'
import { heldRecord, NINE_FILES, STATION, UNFIT_FILES, UNKNOWN, withdrawnUnit } from './changed-world'
import { provokesEach } from './provoke'
import { roleAt } from './situations'

type Archive = ReturnType<World['calls']>['archive']

const KEEPER = 'unit-reviewer'
const keeper = (world: World): Archive => world.calls(`o-${KEEPER}`).archive
const YEAR = { year: 2022 }
const FILED = { attachments: NINE_FILES }
const FIRST = '0'.repeat(64)
const WITHDRAWN = { state: 'withdrawn' } as const

/** A region whose notice asks for no archive. */
const farKeeper = async (world: World): Promise<Archive> =>
  world.calls((await roleAt(world, 'unit-reviewer', 'far-unit')).openid).archive

type Keeping = Parameters<Archive['keep']>[0]

const keeps = (world: World, change: Partial<Keeping>, calls = keeper(world)) =>
  calls.keep({
    ...{ ...YEAR, personId: STATION.personId, lineId: world.next('line'), revision: 0, line: given },
    ...change,
  })

/** A line about a colleague, who is new. */
const lineOf = async (world: World, change: Partial<ArchiveLine> = {}): Promise<string> =>
  recordFor({ unit: STATION.unit, personId: (await world.person(STATION.unit))._id }, world, change)

const lineOfKeeper = (world: World, change: Partial<ArchiveLine> = {}): Promise<string> =>
  recordFor({ unit: STATION.unit, personId: KEEPER }, world, change)

const heldLine = async (world: World, change: Partial<ArchiveLine> = {}): Promise<string> =>
  heldRecord(world, (await world.person(STATION.unit))._id, change)

const attaches = async (world: World, record: string, fileId?: string) =>
  keeper(world).attach({ record, fileId: fileId ?? (await photo(KEEPER, world)), name: '照片' })

const detaches = (world: World, record: string) => keeper(world).detach({ record, sha256: FIRST })

/** The city's archive, were its notice to set a last day. */
function closedKeeper(world: World): Archive {
  const lastDay = reading(day('2022-08-14'), '假设通知规定了截止日期。')
  const windows = TAIAN_2022.windows.map((window) => ({ ...window, lastDay }))
  const packs = packLookup([sealPack({ ...TAIAN_2022, windows })])
  return api.createCaller({ ...world.as(`o-${KEEPER}`), packs }).archive
}

provokesEach(
  {
    keepLine: {
      BINDING_UNVERIFIED: async (world) =>
        keeps(world, { personId: (await world.person(STATION.unit, { binding: 'claimed' }))._id }),
      CERTIFYING_WITHDRAWN: async (world) => {
        const { place, reviewer } = await withdrawnUnit(world)
        return keeps(world, { personId: place.personId }, world.calls(reviewer).archive)
      },
      CLAIM_KIND_UNKNOWN: (world) => keeps(world, { line: { ...given, kind: UNKNOWN } }),
      INPUT_INVALID: (world) => keeps(world, { line: { ...given, way: UNKNOWN } }),
      OUT_OF_SCOPE: (world) => keeps(world, { personId: UNKNOWN }),
      SELF_REVIEW: (world) => keeps(world, { personId: KEEPER }),
      STUDY_RECORD_CHANGED: (world) => keeps(world, { revision: 1 }),
      STUDY_RECORD_UNRULED: async (world) => keeps(world, { personId: 'p-far-unit' }, await farKeeper(world)),
      STUDY_RECORD_USED: async (world) => {
        const [, personId = '', , lineId = ''] = (await heldLine(world)).split(':')
        return keeps(world, { personId, lineId, revision: 1, line: { ...given, title: '水文学' } })
      },
      YEAR_CLOSED: (world) => keeps(world, {}, closedKeeper(world)),
    },
    withdrawLine: {
      OUT_OF_SCOPE: (world) => keeper(world).withdraw({ record: UNKNOWN }),
      SELF_REVIEW: async (world) => keeper(world).withdraw({ record: await lineOfKeeper(world) }),
      STUDY_RECORD_USED: async (world) => keeper(world).withdraw({ record: await heldLine(world) }),
    },
    attachToLine: {
      FILE_ACTIVE: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_ACTIVE(world, KEEPER)),
      FILE_DAMAGED: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_DAMAGED(world, KEEPER)),
      FILE_EMPTY: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_EMPTY(world, KEEPER)),
      FILE_LOCKED: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_LOCKED(world, KEEPER)),
      FILE_TOO_LARGE: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_TOO_LARGE(world, KEEPER)),
      FILE_TYPE: async (world) =>
        attaches(world, await lineOf(world), await UNFIT_FILES.FILE_TYPE(world, KEEPER)),
      FILE_UNKNOWN: async (world) => attaches(world, await lineOf(world), await UNFIT_FILES.FILE_UNKNOWN()),
      INPUT_INVALID: async (world) => attaches(world, await lineOf(world, FILED)),
      OUT_OF_SCOPE: (world) => attaches(world, UNKNOWN),
      SELF_REVIEW: async (world) => attaches(world, await lineOfKeeper(world)),
      STUDY_RECORD_CHANGED: async (world) => attaches(world, await lineOf(world, WITHDRAWN)),
      STUDY_RECORD_USED: async (world) => attaches(world, await heldLine(world)),
    },
    detachFromLine: {
      OUT_OF_SCOPE: (world) => detaches(world, UNKNOWN),
      SELF_REVIEW: async (world) => detaches(world, await lineOfKeeper(world, FILED)),
      STUDY_RECORD_CHANGED: async (world) => detaches(world, await lineOf(world, { ...FILED, ...WITHDRAWN })),
      STUDY_RECORD_USED: async (world) => detaches(world, await heldLine(world, FILED)),
    },
    lineFileUrl: {
      FILE_UNKNOWN: async (world) => keeper(world).fileUrl({ record: await lineOf(world), sha256: SHA256 }),
      OUT_OF_SCOPE: (world) => keeper(world).fileUrl({ record: UNKNOWN, sha256: SHA256 }),
    },
    showOwnArchive: {
      OUT_OF_SCOPE: (world) => keeper(world).person({ ...YEAR, personId: UNKNOWN }),
      STUDY_RECORD_UNRULED: async (world) =>
        (await farKeeper(world)).person({ ...YEAR, personId: 'p-far-unit' }),
    },
    listPeople: {
      OUT_OF_SCOPE: (world) => keeper(world).people({ ...YEAR, orgId: UNKNOWN }),
      STUDY_RECORD_UNRULED: async (world) => (await farKeeper(world)).people(YEAR),
    },
    showMine: {
      STUDY_RECORD_UNRULED: (world) => world.calls('o-p-far-unit').archive.mine(YEAR),
    },
  },
  {
    ...{ keepLine, withdrawLine, attachToLine, detachFromLine, lineFileUrl },
    ...{ showOwnArchive, listPeople, showMine },
  },
)
