import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { idNumberOf } from '../../demo/content/id-number-of'
import type { Phone } from '../../local/phone/driver'
import { found } from '../../scripts/found/found'
import { contentOf } from '../../scripts/found/words'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { type DemoPersona, seedCourses } from '../../scripts/seed'
import { seedingContext } from '../../scripts/seed/context'
import { liveThrough } from '../../scripts/seed/seed-people'
import { LECTURES, type World } from '../../scripts/world'
import { photographed } from './handed-in'
import { finishRegistration, nameBody, readQr, register, untilUnit, verifyBody } from './steps'

const BODY = '渭源省人力资源和社会保障厅（演示）'
const UNIT = '渭源省水利勘测设计院'
const TRAINING = '水工隧洞衬砌新技术培训'

const FOUNDER: DemoPersona = {
  openid: 'o-first-founder',
  name: '安若素',
  idNumber: idNumberOf('19790315', '301'),
  mobile: '13800003001',
}
const DEAN: DemoPersona = {
  openid: 'o-first-dean',
  name: '纪怀远',
  idNumber: idNumberOf('19821109', '302'),
  mobile: '13800003002',
}
const TRAINEE: DemoPersona = {
  openid: 'o-first-trainee',
  name: '温如言',
  idNumber: idNumberOf('19930522', '303'),
  mobile: '13800003003',
}

/** What a notice lets nobody claim: public courses are learned and examined. */
const PUBLIC = ['sx22-public-1', 'sx22-public-2', 'sx22-public-3']
const MINUTE_MS = 60_000
const TWO_WEEKS_MS = 14 * 86_400_000

export const firstDay: Journey = {
  name: 'first-day',
  about:
    '空环境的第一天：命令开通地区，第一位审核人扫开通码登记，核准单位；单位的人扫码来、申报、学公需课，领到第一张证书',
  begins: 'empty',
  run,
}

async function run(stage: Stage): Promise<void> {
  const code = await founding(stage.world)
  const founder = await begins(stage, code)
  await cannotBeUsedTwice(stage, code)
  const dean = await joinsAsUnit(stage, founder)
  const trainee = await joinsUnit(stage, dean)
  await claims(stage, trainee)
  await approves(stage, dean)
  await learnsPublic(stage, trainee)
  await holdsCertificate(stage, trainee)
}

/** As an operator does it in a terminal. */
async function founding({ dataDir }: World): Promise<string> {
  const order = ['--region', 'shaanxi', '--body', BODY, '--area', '990000']
  const { text } = await found(['--env', 'local', '--data', dataDir, ...order], { colours: false })
  const code = /开通码\s+(f\w{15})/.exec(text)?.[1]
  if (code === undefined) throw new Error(`the command told no code: ${text}`)
  return code
}

async function begins(stage: Stage, code: string): Promise<Phone> {
  const { step, world } = stage
  const founder = await stage.phone({ openid: FOUNDER.openid, scene: 1005 })
  await step('nobody-is-here-yet', founder, async () => {
    await founder.see('开始登记')
    await founder.openPath('/pages/me/index')
    await founder.see('还没有登记')
  })
  await step('founder-scans-the-code', founder, async () => {
    await founder.scan(contentOf(code))
    await founder.tap('扫一扫')
    await founder.see('先看看我们怎样处理你的信息')
  })
  await step('founder-registers', founder, async () => {
    await register(founder, FOUNDER)
    await founder.see(BODY)
  })
  await step('founder-is-the-first-reviewer', founder, async () => {
    await founder.tap('提交登记')
    await founder.see('登记好了，你是第一位审核人')
  })
  await step('founder-home', founder, async () => {
    await founder.tap('进入首页')
    await founder.see(`${FOUNDER.name}，你好`)
  })
  await step('founder-is-told', founder, async () => {
    await world.cloud.clock.advanceMs(2 * MINUTE_MS)
    await founder.openPath('/packages/inbox/messages/index')
    await founder.see(`你是${BODY}的第一位审核人`)
  })
  await step('founder-menu', founder, async () => {
    await founder.openPath('/pages/me/index')
    await founder.see('单位已核对')
    await founder.see('核准下属单位')
  })
  return founder
}

async function cannotBeUsedTwice(stage: Stage, code: string): Promise<void> {
  const { step } = stage
  const late = await stage.phone({ openid: 'o-first-late', page: 'pages/me/index' })
  await step('the-code-is-used', late, async () => {
    await late.scan(contentOf(code))
    await late.tap('扫一扫')
    await late.see('这个二维码已经用过')
  })
}

/** The unit registers itself below the first body, whose reviewer confirms it with its registrar. */
async function joinsAsUnit(stage: Stage, founder: Phone): Promise<Phone> {
  const { step } = stage
  const dean = await stage.phone({ openid: DEAN.openid, scene: 1005 })
  await step('unit-names-itself', dean, async () => {
    await untilUnit(dean, DEAN)
    await nameBody(dean, { name: UNIT, kind: '用人单位', above: BODY })
    await dean.tap('提交登记')
    await dean.see(`${UNIT}已登记`)
  })
  await step('unit-registrar-registers', dean, () => finishRegistration(dean))
  await step('founder-finds-the-unit', founder, async () => {
    await founder.openPath('/pages/me/index')
    await founder.tap('机构')
    await founder.tap(BODY)
    await founder.see('等你核准，1 个')
    await founder.see(`登记人 ${DEAN.name}`)
  })
  await step('founder-verifies-the-unit', founder, () => verifyBody(founder, UNIT))
  await step('founder-sees-who-may-what', founder, async () => {
    await founder.tap('授权')
    await founder.see('谁可以做什么')
    await founder.see(FOUNDER.name)
  })
  return dean
}

async function joinsUnit(stage: Stage, dean: Phone): Promise<Phone> {
  const { step, folder } = stage
  await step('unit-shows-its-code', dean, async () => {
    await dean.relaunch({ scene: 1005 })
    await dean.openPath('/packages/people/unit-code/index')
    await dean.see('登记时单位已经选好，不会选错')
  })
  const picture = path.join(folder, 'unit-code-to-read.png')
  await dean.shot(picture)
  const token = new URL(readQr(picture)).searchParams.get('scene') ?? ''
  const trainee = await stage.phone({ openid: TRAINEE.openid, scene: 1047, query: { scene: token } })
  await step('trainee-scans-it', trainee, () => trainee.see('先看看我们怎样处理你的信息'))
  await step('trainee-registers', trainee, async () => {
    await register(trainee, TRAINEE)
    await trainee.see(UNIT)
    await trainee.tap('提交登记')
    await trainee.see('登记好了')
  })
  await step('unit-confirms-the-trainee', dean, async () => {
    await dean.openPath('/packages/people/verify/index')
    await dean.tap({ label: `确认${TRAINEE.name}是本单位的人` })
    await dean.tap('确认')
    await dean.see('都核对好了')
  })
  await step('no-course-yet', trainee, async () => {
    await trainee.tap('开始学习')
    await trainee.see('还差 24 学时公需课、56 学时专业课')
    await trainee.openPath('/pages/courses/index')
    await trainee.see('这里还没有课程')
  })
  return trainee
}

/** All professional hours of the year by one claim, with a photo of its certificate. */
async function claims({ step, browser, folder }: Stage, phone: Phone): Promise<void> {
  const photo = path.join(folder, 'training.png')
  writeFileSync(photo, await photographed(browser, '培训证书', [TRAINEE.name, TRAINING, '56 学时']))
  await step('claim-is-written', phone, async () => {
    await phone.openPath('/packages/claim/kinds/index')
    await phone.tap('同等学时认证')
    await phone.type('名称', TRAINING)
    await phone.type('举办单位', '演示大学')
    await phone.pickDay('开始日期', '2022-07-04')
    await phone.pickDay('结束日期', '2022-07-10')
    await phone.type('学时', '56')
  })
  await step('claim-has-its-photo', phone, async () => {
    await phone.choose([{ name: '培训证书.png', path: photo }])
    await phone.tap('拍照或选照片')
    await phone.see('照片 1')
    // Its size is told once it is kept; until then the claim has none.
    await phone.see('小于 0.1 兆')
  })
  await step('claim-before-it-is-sent', phone, async () => {
    await phone.tap('下一步，提交前看一遍')
    await phone.see('专业课增加 56 学时')
  })
  await step('claim-waits', phone, async () => {
    await phone.tap('提交申报')
    await phone.see(`等待${UNIT}审核`)
  })
}

async function approves({ step }: Stage, dean: Phone): Promise<void> {
  await step('unit-has-a-claim', dean, async () => {
    await dean.relaunch({ page: 'packages/review/queue/index' })
    await dean.tap(TRAINING)
    await dean.see('演示大学')
  })
  await step('unit-approves', dean, async () => {
    await dean.tap('通过')
    await dean.tap('通过，认定 56 学时')
    await dean.absent(TRAINING)
  })
}

/** Courses are brought in by the office, for which there is no screen yet; they are watched and examined as ever. */
async function learnsPublic({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('public-hours-are-missing', phone, async () => {
    await phone.relaunch({ scene: 1005 })
    await phone.see('还差 24 学时公需课')
  })
  const ctx = seedingContext(world.cloud, world.secrets)
  await seedCourses(ctx, world.cloud, { lecturesDir: LECTURES, onProgress: () => undefined })
  await world.cloud.clock.advanceMs(TWO_WEEKS_MS)
  await liveThrough(world, TRAINEE.openid, PUBLIC)
  await step('year-is-complete', phone, async () => {
    await phone.relaunch({ scene: 1005 })
    await phone.see('领取 2022 年度证书')
  })
}

async function holdsCertificate({ step }: Stage, phone: Phone): Promise<void> {
  await step('first-certificate', phone, async () => {
    await phone.tap('领取 2022 年度证书')
    await phone.see('保存到相册')
    await phone.see(TRAINEE.name)
  })
}
