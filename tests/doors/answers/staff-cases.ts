import { ROSTER_TITLES, type TestCell, xlsxOf } from '../../harness/sheets'
import { batch, check, integrityCase, objected, voidJob } from '../matrix/things'
import type { Place, World } from '../matrix/world'
import { idNumberOf } from '../town'
import type { Case } from './case'

const id = (order: string): string => idNumberOf('19850610', order)

/** Each way a row can be: new, known, twice, without a name, with a number that is none. */
const ROWS: readonly (readonly TestCell[])[] = [
  ['孟名册', id('123'), '13800001234', '教师', ''],
  ['孟名册', id('123'), '13800001234', '教师', '又一行'],
  ['', id('125'), '13800001234', '教师', ''],
  ['孟无号', '', '', '', ''],
  ['孟错号', '990101198506101230', '', '', ''],
  ['孟数字', 990101198506101, '', '', ''],
  ['孟手机', id('131'), '138', '教师', ''],
  ['孟长名'.repeat(20), id('133'), '', '教师', ''],
  ['孟备注', id('135'), '１３８００００１２３４', '教师', '备注'.repeat(200)],
]

async function begun(world: World, rows: readonly (readonly TestCell[])[]): Promise<string> {
  const fileId = await world.cloud.storage.put(
    `incoming/unit-reviewer/${world.next('roster')}`,
    xlsxOf({ rows: [ROSTER_TITLES, ...rows] }),
  )
  const view = await world.calls('o-unit-reviewer').roster.begin({ fileId, fileName: '名册.xlsx' })
  return view.id
}

async function checked(world: World): Promise<string> {
  const importId = await begun(world, ROWS)
  for (let step = 0; step < 3; step += 1) {
    const { state } = await world
      .calls('o-unit-reviewer')
      .roster.status({ importId })
      .then((view) => view ?? { state: '' })
    if (state === 'checking') await world.calls('o-unit-reviewer').roster.check({ importId })
  }
  return importId
}

const roster: Case[] = [
  {
    path: 'roster.begin',
    about: 'a sheet of each kind of row',
    who: 'unit-reviewer',
    input: async (_, world) => ({
      fileId: await world.cloud.storage.put(
        `incoming/unit-reviewer/${world.next('roster')}`,
        xlsxOf({ rows: [ROSTER_TITLES, ...ROWS] }),
      ),
      fileName: '名册.xlsx',
    }),
  },
  {
    path: 'roster.begin',
    about: 'a sheet with other titles',
    who: 'unit-reviewer',
    input: async (_, world) => ({
      fileId: await world.cloud.storage.put(
        `incoming/unit-reviewer/${world.next('roster')}`,
        xlsxOf({
          rows: [
            ['甲', '乙'],
            ['1', '2'],
          ],
        }),
      ),
      fileName: '名册.xlsx',
    }),
  },
  {
    path: 'roster.begin',
    about: 'no sheet',
    who: 'unit-reviewer',
    input: async (_, world) => ({
      fileId: await world.cloud.storage.put(
        `incoming/unit-reviewer/${world.next('roster')}`,
        Uint8Array.from([1, 2]),
      ),
      fileName: '名册.xlsx',
    }),
  },
  {
    path: 'roster.check',
    about: 'each kind of row',
    who: 'unit-reviewer',
    input: async (_, world) => ({ importId: await begun(world, ROWS) }),
  },
  ...(['roster.preview', 'roster.confirm', 'roster.status', 'roster.errors'] as const).map((path) => ({
    path,
    about: 'each kind of row',
    who: 'unit-reviewer',
    input: async (_: Place, world: World) => ({ importId: await checked(world) }),
  })),
  ...(['created', 'refused'] as const).map((verdict) => ({
    path: 'roster.preview',
    about: verdict,
    who: 'unit-reviewer',
    input: async (_: Place, world: World) => ({ importId: await checked(world), verdict }),
  })),
  {
    path: 'roster.step',
    about: 'each kind of row',
    who: 'unit-reviewer',
    input: async (_, world) => {
      const importId = await checked(world)
      await world.calls('o-unit-reviewer').roster.confirm({ importId })
      return { importId }
    },
  },
]

const found = (verdict: string, failed: string[], reason = '') => ({
  verdict,
  failed,
  reason,
  evidenceNote: '电话核对',
})

const oversight: Case[] = [
  ...[
    ['in order', found('in-order', [])],
    ['false', found('false', ['evidence'], '证书查无此号')],
    ['false without a reason', found('false', [])],
  ].map(([about, finding]) => ({
    path: 'oversight.recordFinding',
    about: String(about),
    who: 'bureau-staff',
    input: async (place: Place, world: World) => ({
      ...(await check(place, world)),
      ...{ decisionId: world.next('d'), finding },
    }),
  })),
  ...(['upheld', 'dismissed'] as const).map((verdict) => ({
    path: 'oversight.hear',
    about: verdict,
    who: 'region-staff',
    input: async (place: Place, world: World) => ({
      ...{ voidingId: await objected(place, world), decisionId: world.next('d'), verdict, reason: '已核实' },
    }),
  })),
  ...['unit', 'kind', 'none'].flatMap((strata) =>
    [
      { by: 'share', percent: 50 },
      { by: 'share', percent: 1 },
      { by: 'count', count: 2 },
    ].map((size) => ({
      path: 'oversight.startCheck',
      about: `${strata}, ${Object.values(size).join(' ')}`,
      who: 'bureau-staff',
      input: (_: Place, world: World) => ({
        ...{ checkId: world.next('check'), orgIds: ['county'], whole: true, year: 2022 },
        rule: { size, strata },
      }),
    })),
  ),
  {
    path: 'oversight.voidEntry',
    about: 'an entry of the book',
    who: 'bureau-staff',
    input: () => ({ named: { entryId: 'claim:trainee:draft-kept-1' }, reason: '证书是假的' }),
  },
  {
    path: 'oversight.stepJob',
    about: 'all of a unit',
    who: 'bureau-staff',
    input: async (place, world) => ({ jobId: await voidJob(place, world) }),
  },
  ...(['open', 'upheld', 'dismissed'] as const).map((state) => ({
    path: 'oversight.objections',
    about: state,
    who: 'bureau-staff',
    input: () => ({ state }),
  })),
]

/** A case about a person, open or with the first of two decisions that it be recorded. */
async function personCase(place: Place, world: World, decided: boolean): Promise<string> {
  const caseId = await integrityCase(place, world, 'trainee')
  const opened = await world.store.get('integrity-cases', caseId)
  if (!opened) throw new Error(`no case ${caseId}`)
  const subject = { kind: 'person', id: 'trainee', name: '孔令仪', unitName: '演示station' } as const
  await world.store.replace('integrity-cases', { ...opened, subject })
  if (decided)
    await world.calls('o-bureau-reviewer').oversight.decideCase({
      ...{ caseId, decisionId: world.next('d'), verdict: 'record', reason: '查证属实' },
    })
  return caseId
}

const integrity: Case[] = [
  ...(['record', 'dismiss'] as const).flatMap((verdict) =>
    [false, true].map((decided) => ({
      path: 'oversight.decideCase',
      about: `${verdict} a person, as the ${decided ? 'second' : 'first'}`,
      who: 'bureau-staff',
      input: async (place: Place, world: World) => ({
        ...{ caseId: await personCase(place, world, decided), decisionId: world.next('d') },
        ...{ verdict, reason: '已核实' },
      }),
    })),
  ),
  ...['trainee', 'committee'].map((who) => ({
    path: 'oversight.myCases',
    about: who,
    who,
    input: async (place: Place, world: World) => {
      await personCase(place, world, true)
      return undefined
    },
  })),
]

const outside: Case[] = [
  ...([null, 'taken', 'already', 'refused', 'unmatched'] as const).map((state) => ({
    path: 'outside.batch',
    about: String(state),
    who: 'region-staff',
    input: async (place: Place, world: World) => ({ batchId: await batch(place, world), state }),
  })),
  ...(['junior', 'middle', 'senior'] as const).flatMap((level) =>
    ['outside.titleExport', 'outside.titleSheet'].map((path) => ({
      path,
      about: level,
      who: 'bureau-staff',
      input: ({ bureau }: Place) => ({ orgId: bureau, level, applicationYear: 2023, idNumbers: null }),
    })),
  ),
]

const bodies: Case[] = [
  ...(
    ['unit-reviewer', 'department-reviewer', 'bureau-staff', 'base-staff', 'bureau-reviewer'] as const
  ).flatMap((role) =>
    ['station', 'water', 'county', 'base'].map((orgId) => ({
      path: 'organisation.grant',
      about: `${role} of ${orgId}`,
      who: 'region-staff',
      input: async (place: Place, world: World) => ({
        personId: (await world.person(place.unit))._id,
        ...{ role, orgId, until: null, actId: world.next('act') },
      }),
    })),
  ),
  {
    path: 'organisation.grant',
    about: 'for some days',
    who: 'bureau-staff',
    input: async (place, world) => ({
      personId: (await world.person(place.unit))._id,
      ...{
        role: 'unit-reviewer',
        orgId: place.unit,
        until: world.now + 86_400_000,
        actId: world.next('act'),
      },
    }),
  },
  ...(
    [
      ['health', 'water'],
      ['accounting', 'farm'],
      ['health', 'station'],
    ] as const
  ).map(([line, orgId]) => ({
    path: 'organisation.setLine',
    about: `${line} of ${orgId}`,
    who: 'bureau-staff',
    input: (_: Place, world: World) => ({ orgId, actId: world.next('act'), line }),
  })),
  {
    path: 'organisation.setSelfReviewing',
    about: 'it may',
    who: 'bureau-staff',
    input: ({ unit }, world) => ({ orgId: unit, actId: world.next('act'), selfReviewing: true }),
  },
  ...[
    ['演示survey', '演示survey'],
    ['  ', '  '],
    ['水利站', '水利站'],
  ].map(([name, about]) => ({
    path: 'organisation.rename',
    about: `to ${about}`,
    who: 'bureau-staff',
    input: ({ unit }: Place, world: World) => ({ orgId: unit, actId: world.next('act'), name }),
  })),
  ...(['department', 'township', 'unit'] as const).flatMap((kind) =>
    ['county', 'water', 'station'].map((parentId) => ({
      path: 'organisation.register',
      about: `${kind} under ${parentId}`,
      who: 'trainee',
      input: () => ({ name: `新的${kind}`, kind, parentId, isPrivate: true }),
    })),
  ),
  ...['水', '演示', 'station', '演示water', '没有'].flatMap((text) =>
    ['organisation.searchAbove', 'account.searchUnits'].map((path) => ({
      path,
      about: text,
      who: 'trainee',
      input: () => ({ text }),
    })),
  ),
]

export const staffCases: readonly Case[] = [...roster, ...oversight, ...integrity, ...outside, ...bodies]
