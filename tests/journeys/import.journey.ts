import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { idNumberOf } from '../../demo/content/id-number-of'
import { type Phone, until } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { readSheet } from '../harness/read-sheet'
import { bookOf, ROSTER_TITLES, type TestCell, type TestSheet, xlsxOf } from '../harness/sheets'
import { register } from './steps'

const PEOPLE = 1_180
const FAMILY = [...'赵钱孙李周吴郑王冯陈']
const GIVEN = [...'明远清和云松映雪知行安宁文博思齐若溪']

export const imported: Journey = {
  name: 'import',
  about:
    '人员名册：模板、带宏的表被退回、逐行预览、导入中途离开再接着、错误清单、同一份表再来一次、名册上的人登记即核对',
  run,
}

const pick = (letters: readonly string[], place: number): string => letters[place % letters.length] ?? ''
const nameOf = (place: number): string =>
  `${pick(FAMILY, place)}${pick(GIVEN, place)}${pick(GIVEN, Math.floor(place / 7))}`
const numberOf = (place: number): string =>
  idNumberOf(`1985${String(10 + Math.floor(place / 1_000))}15`, String(place % 1_000).padStart(3, '0'))

interface Importing {
  phone: Phone
  roster: { name: string; path: string }[]
}

/** A typical roster: most rows right, a colleague who waits, and a few rows of each mistake. */
function rosterOf(stage: Stage): TestSheet {
  const { newcomer } = stage.world.seed.personas
  const people = Array.from({ length: PEOPLE }, (_, i): TestCell[] => [
    nameOf(i),
    numberOf(i),
    '13900001234',
    pick(['工程师', '高级工程师', '助理工程师', '经济师'], i),
    '',
  ])
  const wrong: TestCell[][] = [
    ['顾长青', `${numberOf(0).slice(0, 17)}${numberOf(0).endsWith('1') ? '2' : '1'}`, '', '工程师', ''],
    ['Wang', numberOf(5_000), '', '', ''],
    ['沈知秋', Number(numberOf(5_001).slice(0, 17)), '', '工程师', ''],
    ['', numberOf(5_002), '', '', ''],
    [nameOf(3), numberOf(3), '', '', '重复'],
  ]
  return {
    rows: [
      ROSTER_TITLES,
      ['古丽娜尔·艾山', idNumberOf('19950617', '264'), '13800001004', '工程师', ''],
      [newcomer.name, newcomer.idNumber, newcomer.mobile, '助理工程师', '今年新入职'],
      ...people,
      ...wrong,
    ],
  }
}

/** Titles that nobody knows, and notes. */
const oddBook = (): Uint8Array =>
  bookOf([
    {
      name: '在职',
      rows: [
        ['序', '谁', '号码'],
        ['1', nameOf(2_000), numberOf(2_000)],
      ],
    },
    { name: '填写说明', rows: [['每人一行', '身份证号按文本填']] },
  ])

const twoRosters = (): Uint8Array =>
  bookOf([
    { name: '在职', rows: [ROSTER_TITLES, [nameOf(2_001), numberOf(2_001), '029-1']] },
    { name: '退休', rows: [ROSTER_TITLES, [nameOf(2_002), numberOf(2_002)]] },
  ])

async function run(stage: Stage): Promise<void> {
  const { step, world, folder } = stage
  const laidOut = (name: string, sheet: TestSheet | Uint8Array) => {
    const file = path.join(folder, name)
    writeFileSync(file, sheet instanceof Uint8Array ? sheet : xlsxOf(sheet))
    return [{ name, path: file }]
  }
  const roster = laidOut('设计院人员名册.xlsx', rosterOf(stage))
  const macro = laidOut('旧名册.xlsx', {
    ...rosterOf(stage),
    parts: { 'xl/vbaProject.bin': new Uint8Array(64) },
  })
  const odd = laidOut('各科室.xlsx', oddBook())
  const two = laidOut('两张名册.xlsx', twoRosters())
  const phone = await stage.phone({ openid: world.seed.personas.reviewer.openid })
  await step('from-me', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.tap('导入人员名册')
    await phone.see('一次导入，登记时自动核对')
  })
  await step('template', phone, async () => {
    await phone.tap('名册模板')
    await untilOpened(phone, '人员名册模板.xlsx')
    const titles = await openedRows(phone)
    if (titles[0]?.join() !== ROSTER_TITLES.join()) throw new Error(`the template says ${titles[0]?.join()}`)
  })
  await step('macro-refused', phone, async () => {
    await phone.choose(macro)
    await phone.tap('选择填好的表格')
    await acceptPrivacy(phone)
    await phone.see('表格里带有宏')
  })
  await pointsOut(stage, { phone, odd, two })
  await step('checked-row-by-row', phone, async () => {
    await phone.choose(roster)
    await phone.tap('换一份')
    await phone.see(`共 ${(PEOPLE + 7).toLocaleString('en')} 行，还没有导入`)
    await phone.see('不能导入 5')
    await phone.see('存成了数字')
  })
  await step('who-will-be-new', phone, async () => {
    await phone.tap(`会新增 ${(PEOPLE + 2).toLocaleString('en')}`)
    await phone.see('本人已经登记，导入后即核对通过')
  })
  await step('confirm', phone, async () => {
    await phone.tap(`导入 ${(PEOPLE + 2).toLocaleString('en')} 人`)
    await phone.see(`导入这 ${(PEOPLE + 2).toLocaleString('en')} 人？`)
  })
  await step('carried-out-in-steps', phone, async () => {
    await phone.tap({ role: 'button', name: '导入' })
    await phone.see(/已导入 (250|500|750) \//)
  })
  await comesBack(stage, { phone, roster })
  await newcomerIsVerified(stage)
  await step('from-people', phone, async () => {
    await phone.openPath('/packages/people/verify/index')
    await phone.tap('已确认')
    await phone.see('古丽娜尔·艾山')
    await phone.see('导入人员名册')
  })
}

interface Pointing {
  phone: Phone
  odd: Importing['roster']
  two: Importing['roster']
}

/** Titles that nobody knows are pointed at; of two rosters in one file the other is read. */
async function pointsOut({ step }: Stage, { phone, odd, two }: Pointing): Promise<void> {
  await step('titles-pointed-out', phone, async () => {
    await phone.choose(odd)
    await phone.tap('选择填好的表格')
    await phone.see('没有认出姓名、身份证号')
    await phone.see('哪一列是姓名')
  })
  await step('columns-chosen', phone, async () => {
    await phone.tap('谁')
    await phone.see('哪一列是身份证号')
    await phone.tap('号码')
    await phone.absent('列名取自')
  })
  await step('read-as-pointed-out', phone, async () => {
    await phone.tap('按这样读')
    await phone.see('共 1 行，还没有导入')
    await phone.see('各科室.xlsx · 工作表“在职”')
    await phone.see(nameOf(2_000))
  })
  await step('two-rosters-in-one-file', phone, async () => {
    await phone.choose(two)
    await phone.tap('换一份')
    await phone.see('手机号不是 11 位，没有记下')
    await phone.see('改读工作表“退休”')
  })
  await step('the-other-one', phone, async () => {
    await phone.tap('改读工作表“退休”')
    await phone.see('两张名册.xlsx · 工作表“退休”')
    await phone.see(nameOf(2_002))
  })
}

/**
 * The phone was put away in the middle of an import: the import goes on, lists the rows it left out, and the same
 * file again changes nothing.
 */
async function comesBack({ step }: Stage, { phone, roster }: Importing): Promise<void> {
  await phone.kill()
  await step('goes-on-after-coming-back', phone, async () => {
    await phone.relaunch({ page: 'packages/roster/import/index' })
    await phone.see(`${(PEOPLE + 2).toLocaleString('en')} 人在名册上`)
    await phone.see('错误清单')
  })
  await step('error-sheet', phone, async () => {
    await phone.tap('错误清单')
    await untilOpened(phone, '不能导入的人员.xlsx')
    const rows = await openedRows(phone)
    if (rows.length !== 6) throw new Error(`the error sheet has ${rows.length} rows`)
  })
  await step('same-file-changes-nothing', phone, async () => {
    await phone.tap('再导入一份')
    await phone.choose(roster)
    await phone.tap('选择填好的表格')
    await phone.see(`已存在 ${(PEOPLE + 2).toLocaleString('en')}`)
    await phone.see('会新增 0')
  })
}

/** A person of the roster registers by the unit's code, and is verified at once. */
async function newcomerIsVerified({ step, phone: newPhone, world }: Stage): Promise<void> {
  const { personas, unitToken } = world.seed
  const phone = await newPhone({
    openid: personas.newcomer.openid,
    scene: 1047,
    query: { scene: unitToken },
  })
  await step('on-the-roster-verified-at-once', phone, async () => {
    await register(phone, personas.newcomer)
    await phone.tap('提交登记')
    await phone.see('登记好了，单位也核对过了')
  })
}

async function acceptPrivacy(phone: Phone): Promise<void> {
  await phone.see('用户隐私保护提示')
  await phone.tap({ role: 'button', name: '同意' })
}

async function untilOpened(phone: Phone, name: string): Promise<void> {
  if (await until(async () => (await phone.openedDocument())?.name === name)) return
  throw new Error(`${name} was not opened`)
}

async function openedRows(phone: Phone): Promise<string[][]> {
  const { base64 } = (await phone.openedDocument()) ?? { base64: '' }
  const rows = await readSheet(Buffer.from(base64, 'base64'))
  return rows.map(({ cells }) => [...cells.values()].map(({ text }) => text))
}
