import { keepTerms } from '../../../server/bodies/search-terms'
import { keyedHash } from '../../../server/kernel/ports/sealing'
import { xlsxOf } from '../../harness/sheets'
import type { World } from '../matrix/world'
import { idNumberOf } from '../town'
import type { Case } from './case'

const hashOf = (world: World, number: string): string =>
  keyedHash('id-number', number, world.as('').ports.secrets)

const UNITS_NAMED = ['演示station', '演示survey', '演示orchard', '没有这个单位', ''] as const

const ofUnits: Case[] = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer'].map(
  (who): Case => ({
    ...{ path: 'roster.preview', about: `units by their names, ${who}`, who },
    input: async (_, world) => {
      for (const id of ['station', 'survey', 'orchard']) {
        const body = await world.store.get('organisations', id)
        if (body) await keepTerms(world.store, body)
      }
      const rows = UNITS_NAMED.map((name, n) => [name, '孟名册', idNumberOf('19850610', String(201 + 2 * n))])
      const bytes = xlsxOf({ rows: [['单位名称', '姓名', '身份证号'], ...rows] })
      const fileId = await world.cloud.storage.put(`incoming/${who}/${world.next('roster')}`, bytes)
      const { id: importId } = await world.calls(`o-${who}`).roster.begin({ fileId, fileName: '各单位.xlsx' })
      return { importId }
    },
  }),
)

const file = (about: string, fileId: string): Case => ({
  ...{ path: 'roster.begin', about: `a file ${about}`, who: 'unit-reviewer' },
  input: async (_, world) => {
    await world.cloud.storage.put('incoming/unit-reviewer/there', xlsxOf({ rows: [['姓名', '身份证号']] }))
    return { fileId, fileName: '名册.xlsx' }
  },
})

const files: Case[] = [
  file('that was never uploaded', 'cloud://env/incoming/unit-reviewer/nothing'),
  file('of another person', 'cloud://env/incoming/trainee/there'),
  file('of a person whose id begins alike', 'cloud://env/incoming/unit-reviewer-2/there'),
  file('reached by a way around', 'cloud://env/incoming/unit-reviewer/../trainee/there'),
  file('whose address has something before it', 'xcloud://env/incoming/unit-reviewer/there'),
  file('without a cloud', 'incoming/unit-reviewer/there'),
]

/** A sheet of two chunks and one page beyond, as far as the given step. */
async function long(world: World, step: 'begun' | 'checked' | 'done'): Promise<string> {
  const calls = world.calls('o-unit-reviewer')
  const rows = Array.from({ length: 281 }, (_, n) => [
    `孟${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
    idNumberOf(n < 250 ? '19850611' : '19850612', String(n).padStart(3, '0')),
  ])
  const bytes = xlsxOf({ rows: [['姓名', '身份证号'], ...rows] })
  const fileId = await world.cloud.storage.put(`incoming/unit-reviewer/${world.next('roster')}`, bytes)
  const { id: importId } = await calls.roster.begin({ fileId, fileName: '名册.xlsx' })
  if (step === 'begun') return importId
  for (let n = 0; n < 2; n += 1) await calls.roster.check({ importId })
  if (step === 'checked') return importId
  await calls.roster.confirm({ importId })
  for (let n = 0; n < 2; n += 1) await calls.roster.step({ importId })
  return importId
}

const ofLong = (
  path: string,
  about: string,
  { step, more = {} }: { step: 'begun' | 'checked' | 'done'; more?: object },
): Case => ({
  ...{ path, about: `281 people, ${about}`, who: 'unit-reviewer' },
  input: async (_, world) => ({ importId: await long(world, step), ...more }),
})

const longSheets: Case[] = [
  ofLong('roster.status', 'begun', { step: 'begun' }),
  ofLong('roster.status', 'checked', { step: 'checked' }),
  ofLong('roster.status', 'done', { step: 'done' }),
  ofLong('roster.preview', 'from 235 on', { step: 'checked', more: { after: 235 } }),
  ofLong('roster.preview', 'from 251 on', { step: 'checked', more: { after: 251 } }),
  ofLong('roster.preview', 'from 252 on', { step: 'checked', more: { after: 252 } }),
  ofLong('roster.preview', 'beyond the last', { step: 'checked', more: { after: 281 } }),
  ofLong('roster.preview', 'those refused', { step: 'checked', more: { verdict: 'refused' } }),
]

const KEPT = { importId: 'earlier', mobileMasked: '138****1234', position: '教师', remark: '在编' } as const
/** Of a line that is there, each thing that a later sheet can say otherwise. */
const OTHERWISE = [
  {},
  { mobileMasked: '139****1234' },
  { position: '工人' },
  { remark: '' },
  { idNumberMasked: '9901**********0000' },
]

const otherwise: Case = {
  ...{ path: 'roster.step', about: 'lines that say one thing otherwise', who: 'unit-reviewer' },
  input: async (_, world) => {
    const calls = world.calls('o-unit-reviewer')
    const numbers = OTHERWISE.map((_change, n) => idNumberOf('19850613', String(301 + 2 * n)))
    for (const [n, change] of OTHERWISE.entries()) {
      const number = numbers[n] ?? ''
      const idNumberMasked = `9901**********${number.slice(-4)}`
      await world.store.insert('roster-lines', {
        ...{ _id: `station:${hashOf(world, number)}`, unitId: 'station', name: '孟在册' },
        details: { ...KEPT, idNumberMasked, ...change },
      })
    }
    const rows = numbers.map((number) => ['孟在册', number, '13800001234', '教师', '在编'])
    const bytes = xlsxOf({ rows: [['姓名', '身份证号', '手机号', '岗位', '备注'], ...rows] })
    const fileId = await world.cloud.storage.put(`incoming/unit-reviewer/${world.next('roster')}`, bytes)
    const { id: importId } = await calls.roster.begin({ fileId, fileName: '名册.xlsx' })
    await calls.roster.check({ importId })
    await calls.roster.confirm({ importId })
    return { importId }
  },
}

export const sheetCases: readonly Case[] = [...ofUnits, ...files, ...longSheets, otherwise]
