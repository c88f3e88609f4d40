import { strToU8 } from 'fflate'
import { decideContest } from '../../../server/membership/contests/decide-contest'
import { listContests } from '../../../server/membership/contests/list-contests'
import { objectToRebind } from '../../../server/membership/contests/object-to-rebind'
import { decideBinding } from '../../../server/membership/decide-binding'
import { decideTitle, listTitles } from '../../../server/membership/decide-title'
import { listPeople } from '../../../server/membership/list-people'
import { showBelonging } from '../../../server/membership/moves/belonging'
import type { MoveDocument } from '../../../server/membership/moves/documents'
import { decideMove, movesTo, requestMove } from '../../../server/membership/moves/move-person'
import { beginImport } from '../../../server/membership/roster/begin-import'
import { checkImport } from '../../../server/membership/roster/check-import'
import { exportRoster } from '../../../server/membership/roster/export-roster'
import { ownImport } from '../../../server/membership/roster/import-view'
import { errorSheet, previewImport } from '../../../server/membership/roster/preview-import'
import { confirmImport, stepImport } from '../../../server/membership/roster/run-import'
import { listStanding, remindPerson } from '../../../server/membership/standing'
import { unitCode } from '../../../server/membership/unit-code'
import type { ContestDocument } from '../../../server/people/documents'
import { ROSTER_TITLES, type TestSheet, xlsxOf } from '../../harness/sheets'
import { rosterFile, rosterImport, titledAt } from '../matrix/things'
import { placeOf, type World } from '../matrix/world'
import { provokesEach } from './provoke'
import { ending, GONE, impostor, roleAt, spent } from './situations'

const REVIEWER = 'unit-reviewer'
const reviewer = (world: World) => world.calls(`o-${REVIEWER}`)
const OWN = placeOf(REVIEWER, 'own')
const ELSEWHERE = { ...OWN, unit: 'survey' }
/** Whose role at the station ends between the door and the transaction. */
const keeperEnding = (world: World) => ending(world, 'import-roster', { role: REVIEWER, orgId: 'station' })

const LIMIT_BYTES = 10 * 1024 * 1024
const PERSON = ['孟名册', '990101198506101239', '13800001234', '教师', '']

/** A reviewer of the station begins an import with a file of these bytes. */
async function begin(world: World, bytes: Uint8Array) {
  const fileId = await world.cloud.storage.put(`incoming/${REVIEWER}/${world.next('roster')}`, bytes)
  return reviewer(world).roster.begin({ fileId, fileName: '名册.xlsx' })
}
const beginWith = (sheet: Partial<TestSheet>) => (world: World) =>
  begin(world, xlsxOf({ rows: [ROSTER_TITLES, PERSON], ...sheet }))

/** A wish to move to the station, as the store has it. */
async function moving(world: World, change: Partial<MoveDocument> = {}) {
  const personId = change._id ?? (await world.person('orchard'))._id
  const { moveId } = await world.store.insert('moves', {
    ...{ _id: personId, moveId: world.next('move'), personName: '孔令仪', idNumberMasked: '' },
    ...{ fromUnitId: 'orchard', fromUnitName: '演示', toUnitId: 'station', toUnitName: '演示' },
    ...{ state: 'waiting', note: '', at: world.now },
    ...change,
  })
  return { personId, moveId }
}

/** A contest of a person's number at the station; its reviewer decides that the contester is right. */
async function rebind(world: World, change: Partial<ContestDocument> = {}) {
  const holderId = change.holderId ?? (await world.person('station'))._id
  const { _id: contestId } = await world.store.insert('contests', {
    ...{ _id: world.next('contest'), openid: world.next('o-contester'), name: '孔令仪', idNumberMasked: '' },
    ...{ statement: '换了微信号', holderId, unitId: 'station', aboveOrgId: 'water', state: 'open' },
    ...{ reason: '', decisionId: '', decidedByName: '', decidedForName: '', decidedAt: null, at: world.now },
    ...{ idNumberHash: '', words: [], movesAt: null, objection: null },
    ...change,
  })
  const verdict = { kind: 'rebind', reason: '本人到场核对' } as const
  return reviewer(world).review.decideContest({ contestId, decisionId: world.next('d'), verdict })
}

/** The word of a reviewer of the station who agreed already. */
const wordOf = (world: World, personId: string): ContestDocument['words'][number] => ({
  ...{ personId, name: '孔令仪', role: 'unit-reviewer', orgId: 'station', orgName: '演示station' },
  ...{ reason: '本人到场核对', decisionId: 'first', at: world.now },
})

const decideTitleOf = (world: World, personId: string, titleId = 'title-1') =>
  reviewer(world).review.decideTitle({
    ...{ personId, titleId, decisionId: world.next('d'), verdict: { kind: 'confirm' } },
  })

const confirm = (world: World, personId: string, version?: number) =>
  reviewer(world).review.confirm({
    personId,
    decisionId: world.next('d'),
    ...(version === undefined ? {} : { version }),
  })

provokesEach(
  {
    beginImport: {
      FILE_EMPTY: (world) => begin(world, new Uint8Array()),
      FILE_TOO_LARGE: (world) => begin(world, new Uint8Array(LIMIT_BYTES + 1)),
      FILE_UNKNOWN: async (world) =>
        reviewer(world).roster.begin({ fileId: await rosterFile('trainee', world), fileName: '名册' }),
      OUT_OF_SCOPE: async (world) => {
        const keeper = await keeperEnding(world)
        const fileId = await rosterFile(keeper.person._id, world)
        return beginImport(world.as(keeper.person.openid), keeper, { fileId, fileName: '名册' })
      },
      SHEET_COLUMNS_MISSING: beginWith({ rows: [['姓名'], ['孟名册']] }),
      SHEET_EMPTY: beginWith({ rows: [ROSTER_TITLES] }),
      SHEET_FORMULA: beginWith({ rows: [ROSTER_TITLES, [{ formula: 'A1' }]] }),
      SHEET_ID_AS_NUMBER: beginWith({ rows: [ROSTER_TITLES, ['孟名册', 123]] }),
      SHEET_MACRO: beginWith({ parts: { 'xl/vbaProject.bin': strToU8('Sub AutoOpen()') } }),
      SHEET_MERGED: beginWith({ after: '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>' }),
      SHEET_NOT_XLSX: (world) => begin(world, strToU8('姓名,身份证号')),
      SHEET_TOO_LARGE: beginWith({ parts: { 'xl/media/a.bin': new Uint8Array(70 * 1024 * 1024) } }),
      SHEET_TOO_LONG: beginWith({ rows: [ROSTER_TITLES, ...Array.from({ length: 10_001 }, () => PERSON)] }),
      SHEET_TOO_WIDE: beginWith({ rows: [Array.from({ length: 201 }, () => 'x')] }),
      UNIT_UNKNOWN: async (world) => {
        const { _id, openid } = await roleAt(world, REVIEWER, GONE)
        return world.calls(openid).roster.begin({ fileId: await rosterFile(_id, world), fileName: '名册' })
      },
    },
    ownImport: {
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.status({ importId: 'none' }),
    },
    checkImport: {
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.check({ importId: 'none' }),
    },
    previewImport: {
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.preview({ importId: 'none' }),
    },
    errorSheet: {
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.errors({ importId: 'none' }),
    },
    confirmImport: {
      IMPORT_STATE: async (world) =>
        reviewer(world).roster.confirm({ importId: await rosterImport(OWN, world, 'checking') }),
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.confirm({ importId: 'none' }),
      OUT_OF_SCOPE: async (world) => {
        const keeper = await keeperEnding(world)
        const importId = await rosterImport({ ...OWN, ownerId: keeper.person._id }, world, 'ready')
        return confirmImport(world.as(keeper.person.openid), keeper, importId)
      },
    },
    stepImport: {
      IMPORT_STATE: async (world) =>
        reviewer(world).roster.step({ importId: await rosterImport(OWN, world, 'ready') }),
      IMPORT_UNKNOWN: (world) => reviewer(world).roster.step({ importId: 'none' }),
      OUT_OF_SCOPE: async (world) =>
        reviewer(world).roster.step({ importId: await rosterImport(ELSEWHERE, world, 'running') }),
    },
    exportRoster: {
      INPUT_INVALID: (world) => reviewer(world).roster.export({ after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).roster.export({ unitId: 'survey' }),
    },
    showBelonging: {
      ORG_UNKNOWN: async (world) => {
        const { openid } = await world.person('station', { unitId: GONE })
        return world.calls(openid).organisation.mine()
      },
    },
    requestMove: {
      BINDING_UNVERIFIED: async (world) => {
        const { openid } = await world.person('station', { binding: 'claimed' })
        return world.calls(openid).organisation.requestMove({ toUnitId: 'survey', moveId: 'm' })
      },
      INPUT_INVALID: (world) =>
        world.calls('o-trainee').organisation.requestMove({ toUnitId: 'station', moveId: 'm' }),
      ORG_NOT_VERIFIED: async (world) => {
        const toUnitId = await world.waitingBody('unit', 'water')
        return world.calls('o-trainee').organisation.requestMove({ toUnitId, moveId: 'm' })
      },
      TOO_OFTEN: async (world) => {
        await spent(world, 'move-wish', 'trainee')
        return world.calls('o-trainee').organisation.requestMove({ toUnitId: 'survey', moveId: 'm' })
      },
      UNIT_UNKNOWN: (world) =>
        world.calls('o-trainee').organisation.requestMove({ toUnitId: GONE, moveId: 'm' }),
    },
    movesTo: {
      INPUT_INVALID: (world) => reviewer(world).organisation.moves({ after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).organisation.moves({ orgId: 'survey' }),
    },
    decideMove: {
      MOVE_CLOSED: async (world) =>
        reviewer(world).organisation.confirmMove(await moving(world, { state: 'withdrawn' })),
      OUT_OF_SCOPE: async (world) =>
        reviewer(world).organisation.confirmMove(await moving(world, { toUnitId: 'survey' })),
      PERSON_UNKNOWN: async (world) =>
        reviewer(world).organisation.confirmMove(await moving(world, { _id: GONE })),
      SELF_REVIEW: async (world) =>
        reviewer(world).organisation.confirmMove(await moving(world, { _id: REVIEWER })),
      UNIT_UNKNOWN: async (world) => {
        const { openid } = await roleAt(world, REVIEWER, GONE)
        return world.calls(openid).organisation.confirmMove(await moving(world, { toUnitId: GONE }))
      },
    },
    listStanding: {
      INPUT_INVALID: (world) => reviewer(world).review.standing({ behindOnly: false, after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).review.standing({ behindOnly: false, orgId: 'survey' }),
    },
    remindPerson: {
      BINDING_UNVERIFIED: async (world) => {
        const { _id: personId } = await world.person('station', { binding: 'claimed' })
        return reviewer(world).review.remind({ personId })
      },
      OUT_OF_SCOPE: (world) => reviewer(world).review.remind({ personId: 'p-survey' }),
    },
    unitCode: {
      OUT_OF_SCOPE: (world) => reviewer(world).review.unitCode({ orgId: 'survey' }),
      TOO_OFTEN: async (world) => {
        await spent(world, 'unit-code', 'unit-reviewer')
        return reviewer(world).review.unitCode()
      },
      UNIT_UNKNOWN: async (world) =>
        world.calls((await roleAt(world, REVIEWER, GONE)).openid).review.unitCode(),
    },
    listPeople: {
      INPUT_INVALID: (world) => reviewer(world).review.people({ binding: 'claimed', after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).review.people({ binding: 'claimed', orgId: 'survey' }),
    },
    decideBinding: {
      BINDING_ALREADY_DECIDED: (world) => confirm(world, 'p-station'),
      ID_NUMBER_TAKEN: async (world) => confirm(world, (await impostor(world, 'station'))._id),
      OUT_OF_SCOPE: (world) => confirm(world, 'p-survey'),
      REGISTRATION_CHANGED: async (world) => {
        const { _id, version } = await world.person('station', { binding: 'claimed' })
        return confirm(world, _id, version + 1)
      },
      SELF_REVIEW: (world) => confirm(world, REVIEWER),
    },
    listTitles: {
      INPUT_INVALID: (world) => reviewer(world).review.titles({ after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).review.titles({ orgId: 'survey' }),
    },
    decideTitle: {
      OUT_OF_SCOPE: async (world) => decideTitleOf(world, (await titledAt(world, 'survey'))._id),
      SELF_REVIEW: (world) => decideTitleOf(world, REVIEWER),
      TITLE_CHANGED: async (world) =>
        decideTitleOf(world, (await titledAt(world, 'station'))._id, 'an-earlier'),
    },
    listContests: {
      OUT_OF_SCOPE: (world) => reviewer(world).review.contests({ level: 'unit', orgId: 'survey' }),
    },
    objectToRebind: {
      REBIND_CLOSED: (world) =>
        world.calls('o-trainee').account.objectToRebind({ contestId: 'none', statement: '是我本人' }),
    },
    decideContest: {
      BINDING_ALREADY_DECIDED: async (world) => {
        const { _id, idNumberHash } = await world.person('station')
        await world.store.insert('identity-keys', { _id: idNumberHash, personId: _id, unitName: '演示' })
        return rebind(world, { holderId: _id, openid: 'o-p-survey' })
      },
      OUT_OF_SCOPE: (world) => rebind(world, { unitId: 'survey' }),
      PERSON_UNKNOWN: (world) => rebind(world, { holderId: GONE }),
      SECOND_PERSON_NEEDED: async (world) => {
        const { _id, idNumberHash } = await world.person('station')
        await world.store.insert('identity-keys', { _id: idNumberHash, personId: _id, unitName: '演示' })
        const words = [wordOf(world, REVIEWER)]
        return rebind(world, { holderId: _id, words })
      },
      SELF_REVIEW: (world) => rebind(world, { holderId: REVIEWER }),
      STEP_ALREADY_DECIDED: (world) => rebind(world, { state: 'kept' }),
    },
  },
  {
    ...{ beginImport, ownImport, checkImport, previewImport, errorSheet, confirmImport, stepImport },
    ...{ exportRoster, showBelonging, requestMove, movesTo, decideMove, listStanding, remindPerson },
    ...{ unitCode, listPeople, decideBinding, listTitles, decideTitle, listContests, decideContest },
    ...{ objectToRebind },
  },
)
