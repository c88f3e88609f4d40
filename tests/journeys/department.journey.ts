import { people } from '../../demo'
import { idNumberOf } from '../../demo/content/id-number-of'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import type { DemoPersona } from '../../scripts/seed'
import { finishRegistration, nameBody, untilUnit, verifyBody } from './steps'

export const department: Journey = {
  name: 'department',
  about: '机构从上往下登记：主管部门登记、县人社局核准，单位登记、主管部门核准，个人登记、单位核对',
  run,
}

const DEPARTMENT = '岱阴县教育和体育局'
const BUREAU = '岱阴县人力资源和社会保障局（演示）'
const UNIT = '岱阴县实验中学'

const HEAD: DemoPersona = {
  openid: 'o-journey-head',
  name: '卫兴邦',
  idNumber: idNumberOf('19760418', '512'),
  mobile: '13800002001',
}
const DEAN: DemoPersona = {
  openid: 'o-journey-dean',
  name: '曾静姝',
  idNumber: idNumberOf('19840809', '524'),
  mobile: '13800002002',
}
const TEACHER: DemoPersona = {
  openid: 'o-journey-teacher',
  name: '颜如玉',
  idNumber: idNumberOf('19950130', '546'),
  mobile: '13800002003',
}

async function run(stage: Stage): Promise<void> {
  const { step } = stage
  const head = await stage.phone({ openid: HEAD.openid, scene: 1035 })
  await step('department-names-itself', head, async () => {
    await untilUnit(head, HEAD)
    await nameBody(head, { name: DEPARTMENT, kind: '主管部门、行业主管部门', above: BUREAU })
  })
  await step('department-waits', head, async () => {
    await head.tap('提交登记')
    await head.see(`${DEPARTMENT}已登记`)
  })
  await step('department-head-registers', head, () => finishRegistration(head))
  await step('head-sees-it-waits', head, async () => {
    await head.openPath('/packages/enrol/move/index')
    await head.see('等上级核准')
  })
  const bureauOpenid = people.find(({ id }) => id === 'shandong-bureau')?.openid ?? ''
  const bureau = await stage.phone({ openid: bureauOpenid, page: 'pages/me/index' })
  await step('bureau-finds-it-on-top', bureau, async () => {
    await bureau.tap('机构')
    await bureau.tap(BUREAU)
    await bureau.see('等你核准，1 个')
    await bureau.see(DEPARTMENT)
    await bureau.see(`登记人 ${HEAD.name}`)
  })
  await step('bureau-verifies', bureau, () => verifyBody(bureau, DEPARTMENT))
  const dean = await stage.phone({ openid: DEAN.openid, scene: 1035 })
  await step('unit-names-itself', dean, async () => {
    await untilUnit(dean, DEAN)
    await nameBody(dean, { name: UNIT, kind: '用人单位', above: DEPARTMENT })
    await dean.tap('提交登记')
    await dean.see(`${UNIT}已登记`)
    await finishRegistration(dean)
  })
  await step('department-finds-the-unit', head, async () => {
    await head.relaunch({ scene: 1035 })
    await head.openPath('/pages/me/index')
    await head.tap('机构')
    await head.tap(DEPARTMENT)
    await head.see(UNIT)
    await head.see(`登记人 ${DEAN.name}`)
  })
  await step('department-verifies-the-unit', head, () => verifyBody(head, UNIT))
  await step('department-sees-who-may-what', head, async () => {
    await head.tap('授权')
    await head.see('谁可以做什么')
    await head.see(HEAD.name)
  })
  await personsOf(stage, dean)
}

async function personsOf({ step, phone }: Stage, dean: Phone): Promise<void> {
  const teacher = await phone({ openid: TEACHER.openid, scene: 1035 })
  await step('person-finds-the-unit', teacher, async () => {
    await untilUnit(teacher, TEACHER)
    await teacher.type('单位名称，至少两个字', '实验中学')
    await teacher.tap(UNIT)
    await teacher.see('确认你的单位')
    await teacher.tap('下一步')
  })
  await step('person-registers', teacher, async () => {
    await teacher.tap('提交登记')
    await teacher.see('登记好了')
  })
  await step('unit-confirms-the-person', dean, async () => {
    await dean.relaunch({ scene: 1035 })
    await dean.openPath('/packages/people/verify/index')
    await dean.see(TEACHER.name)
    await dean.tap({ label: `确认${TEACHER.name}是本单位的人` })
    await dean.tap('确认')
    await dean.see('都核对好了')
  })
  await step('unit-sees-who-is-behind', dean, async () => {
    await dean.tap('进度')
    await dean.see(TEACHER.name)
    await dean.tap({ label: `提醒${TEACHER.name}` })
    await dean.see('今天已提醒')
  })
  await step('person-is-verified', teacher, async () => {
    await teacher.relaunch({ scene: 1035 })
    await teacher.openPath('/pages/me/index')
    await teacher.see('单位已核对')
  })
}
