import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { watchLectures } from '../../scripts/seed/seed-people'
import { answerQuestion } from './steps'

const COURSE_PAGE = '/packages/study/course/index?courseId=sx22-law'
const EXAM_PAGE = '/packages/study/exam/index?courseId=sx22-law'
const CALLS_MOST = 20
const NODES_MOST = 400
const MINUTE_MS = 60_000

export const exam: Journey = {
  name: 'exam',
  about: '考试里断网、被关掉、没答完、没通过、太早再考、时间到：答案都在，时间以服务器为准',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { world, step } = stage
  const { openid } = world.seed.personas.almost
  await watchLectures(world, openid, 'sx22-law')
  const phone = await stage.phone({ openid, scene: 1035 })
  await step('ready', phone, async () => {
    await phone.see('去考试')
    await phone.openPath(COURSE_PAGE)
    await phone.see('参加考试')
  })
  await sitThroughLosses(stage, phone)
  await failAndWait(stage, phone)
  await letTimeRunOut(stage, phone)
}

async function answerFrom(phone: Phone, first: number, last: number): Promise<void> {
  for (let number = first; number <= last; number += 1) {
    await phone.see(new RegExp(`答题卡\\s*${number}/50`))
    await answerQuestion(phone)
    await phone.tap('下一题')
  }
}

async function examCalls(phone: Phone): Promise<number> {
  const calls = await phone.calls()
  return calls.filter(({ data }) => /"exam\.(start|save|submit|result)"/.test(JSON.stringify(data ?? '')))
    .length
}

async function sitThroughLosses({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('five-answered', phone, async () => {
    await phone.openPath(EXAM_PAGE)
    await answerFrom(phone, 1, 5)
    const nodes = await phone.nodes()
    if (nodes > NODES_MOST) throw new Error(`the question screen has ${nodes} nodes`)
  })
  await step('network-lost-three-more', phone, async () => {
    await phone.setOffline(true)
    await phone.see('没有网络。可以接着答')
    await answerFrom(phone, 6, 8)
  })
  await step('killed-and-all-eight-are-there', phone, async () => {
    await phone.kill()
    await phone.setOffline(false)
    await phone.relaunch({ page: EXAM_PAGE })
    await phone.see('答题卡')
    await phone.tap({ label: '答题卡' })
    await phone.see('还有 42 题没有答')
  })
  await step('time-is-the-servers', phone, async () => {
    await world.cloud.clock.advanceMs(5 * MINUTE_MS)
    await phone.relaunch({ page: EXAM_PAGE })
    await phone.see(/剩余 5[0-4]:/)
  })
}

async function failAndWait({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('hand-in-says-what-is-unanswered', phone, async () => {
    await phone.tap({ label: '答题卡' })
    await phone.tap('交卷')
    await phone.see('还有 42 题没有答')
  })
  await step('failed-with-what-to-do', phone, async () => {
    await phone.tap({ role: 'button', name: '交卷' })
    await phone.see('还差一点')
    const calls = await examCalls(phone)
    if (calls > CALLS_MOST) throw new Error(`the sitting made ${calls} calls`)
  })
  await step('too-soon', phone, async () => {
    await phone.openPath(EXAM_PAGE)
    await phone.see('下一次考试从')
  })
  await step('later-it-opens', phone, async () => {
    await world.cloud.clock.advanceMs(11 * MINUTE_MS)
    await phone.relaunch({ page: EXAM_PAGE })
    await phone.see(/答题卡\s*1\/50/)
  })
}

async function letTimeRunOut({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('time-is-up', phone, async () => {
    await answerQuestion(phone)
    await phone.tap('下一题')
    await world.cloud.clock.advanceMs(61 * MINUTE_MS)
    await phone.see('时间到')
  })
  await step('server-handed-in', phone, async () => {
    await phone.relaunch({ page: COURSE_PAGE })
    await phone.see(/再考|考试/)
  })
}
