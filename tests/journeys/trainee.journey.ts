import path from 'node:path'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { liveThrough } from '../../scripts/seed/seed-people'
import { altered, answerChallenge, answerPaper, openCheckPage, readQr, register, watchLecture } from './steps'

const LAST = { courseId: 'sx22-law', lectureId: 'sx22-law-1', title: '专业技术人员继续教育法规与学时管理' }
const EARLIER = ['sx22-public-1', 'sx22-public-2', 'sx22-public-3', 'sx22-water', 'sx22-standards']

export const trainee: Journey = {
  name: 'trainee',
  about: '从单位二维码到证书：登记、单位核对、看完一讲、考试、看凭什么、领证、核验',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { personas, unitToken } = stage.world.seed
  const phone = await stage.phone({
    openid: personas.newcomer.openid,
    scene: 1047,
    query: { scene: unitToken },
  })
  await comeIn(stage, phone)
  await beConfirmed(stage, phone)
  await learn(stage, phone)
  await beExamined(stage, phone)
  await understand(stage, phone)
  await holdCertificate(stage, phone)
}

async function comeIn({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('scan-unit-code', phone, () => phone.see('先看看我们怎样处理你的信息'))
  await step('register', phone, () => register(phone, world.seed.personas.newcomer))
  await step('registered', phone, async () => {
    await phone.tap('提交登记')
    await phone.see('登记好了')
  })
  await step('home-of-somebody-new', phone, async () => {
    await phone.tap('开始学习')
    await phone.see('还差 24 学时公需课、56 学时专业课')
  })
}

/** The unit's reviewer, on a phone of their own. */
async function beConfirmed(stage: Stage, phone: Phone): Promise<void> {
  const { step, world } = stage
  const { reviewer, newcomer } = world.seed.personas
  const second = await stage.phone({ openid: reviewer.openid, scene: 1035 })
  await step('reviewer-home', second, () => second.see('3 人等你核对'))
  await step('reviewer-list', second, async () => {
    await second.tap('核对本单位人员')
    await second.see(newcomer.name)
  })
  await step('reviewer-confirms', second, async () => {
    await second.tap({ label: `确认${newcomer.name}是本单位的人` })
    await second.see(`确认${newcomer.name}是本单位的人？`)
  })
  await step('reviewer-confirmed', second, async () => {
    await second.tap('确认')
    await second.see('已确认 3')
  })
  await step('trainee-is-confirmed', phone, async () => {
    await phone.relaunch({ page: '/pages/me/index' })
    await phone.see('单位已核对')
  })
}

/** Two weeks of study through the same use cases, then the last lecture in the video element, in real time. */
async function learn({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('two-weeks-later', phone, async () => {
    await world.cloud.clock.advanceMs(14 * 86_400_000)
    await liveThrough(world, world.seed.personas.newcomer.openid, EARLIER)
    await phone.relaunch({ scene: 1035 })
    await phone.see('还差 8 学时专业课')
  })
  await step('course', phone, async () => {
    await phone.openPath(`/packages/study/course/index?courseId=${LAST.courseId}`)
    await phone.see('看完课程就能考试')
  })
  await step('player', phone, async () => {
    await phone.tap('开始学习 第 1 讲')
    await phone.see('已核验')
    await phone.see('暂停')
  })
  await step('challenge', phone, () => watchLecture(phone))
  await step('lecture-done', phone, async () => {
    await answerChallenge(phone, LAST.lectureId)
    await phone.see('都看完了，参加考试')
  })
}

async function beExamined({ step }: Stage, phone: Phone): Promise<void> {
  await step('paper', phone, async () => {
    await phone.tap('都看完了，参加考试')
    await phone.see(/答题卡\s*1\/50/)
  })
  await step('paper-answered', phone, () => answerPaper(phone, 50))
  await step('hand-in', phone, async () => {
    await phone.tap('交卷')
    await phone.see('50 题都答了')
  })
  await step('passed', phone, async () => {
    await phone.tap({ role: 'button', name: '交卷' })
    await phone.see('这一年的学时满了')
  })
}

async function understand({ step }: Stage, phone: Phone): Promise<void> {
  await step('ledger', phone, async () => {
    await phone.openPath('/packages/hours/ledger/index')
    await phone.see(LAST.title)
  })
  await step('why', phone, async () => {
    await phone.tap(LAST.title)
    await phone.see('依据的规定')
    await phone.see('面授、网络课程的学习学时由学习平台自动生成')
  })
}

async function holdCertificate({ step, browser, folder }: Stage, phone: Phone): Promise<void> {
  await step('year-complete', phone, async () => {
    await phone.relaunch({ scene: 1035 })
    await phone.see('领取 2022 年度证书')
  })
  await step('certificate', phone, async () => {
    await phone.tap('领取 2022 年度证书')
    await phone.see('保存到相册')
  })
  const picture = path.join(folder, 'certificate-to-read.png')
  await phone.shot(picture)
  const address = readQr(picture)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const shot = (name: string) => page.screenshot({ path: path.join(folder, `${name}.png`) })
  await step('checked-valid', phone, async () => {
    const text = await openCheckPage(page, address)
    await shot('check-valid')
    if (!text.includes('这张证书有效')) throw new Error(`the check page says: ${text}`)
  })
  await step('altered-is-refused', phone, async () => {
    const text = await openCheckPage(page, altered(address))
    await shot('check-altered')
    if (!/改动|不是|核验不通过|无法/.test(text))
      throw new Error(`the check page says of an altered one: ${text}`)
  })
  await context.close()
}
