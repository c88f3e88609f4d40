import { courses } from '../../demo'
import { hoursOf } from '../../domain/kernel/hours'
import { plusMs } from '../../domain/kernel/instant'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { seedingContext } from '../../scripts/seed/context'
import { playToQuestion } from '../../scripts/seed/seed-people'
import type { World } from '../../scripts/world'
import { postHours } from '../../server/books/hours/post-hours'
import { personOf } from '../../server/kernel/procedure'
import { openLecture } from '../../server/learning/study/open-lecture'
import { postingOf } from '../harness/ledger'

const COURSE = 'sx22-law'
const LECTURE = courses.find(({ id }) => id === COURSE)?.lectures[0]
const TWICE = '水工混凝土结构耐久性'
const HOUR_MS = 3_600_000

export const colleagues: Journey = {
  name: 'colleagues',
  about: '单位和人社部门管学习：答错太多次的课停下、问明再放行，核对现职称，同一次学习记了两次的留一笔',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { world } = stage
  const { almost, reviewer } = world.seed.personas
  await guesses(world, almost.openid)
  await learnsTwice(world, almost.openid)
  const trainee = await stage.phone({ openid: almost.openid, scene: 1035 })
  const unit = await stage.phone({ openid: reviewer.openid, page: 'pages/me/index' })
  await goesOn(stage, trainee, unit)
  await saysTitle(stage, trainee, unit)
  const city = await stage.phone({ openid: 'o-demo-city-bureau', page: 'pages/me/index' })
  await keepsOne(stage, trainee, city)
}

/** Before: four times the lecture's question was answered wrong, some hours ago. */
async function guesses({ cloud, secrets }: World, openid: string): Promise<void> {
  if (!LECTURE) throw new Error(`${COURSE} has no lecture`)
  const ctx = seedingContext(cloud, secrets, openid)
  let now = plusMs(ctx.now, -6 * HOUR_MS)
  for (let time = 1; time <= 4; time += 1) {
    const person = await personOf(ctx)
    const device = { deviceId: 'demo-phone', deviceName: '演示手机', takeOver: true }
    const session = await openLecture({ ...ctx, now }, person, { ...device, lectureId: LECTURE.id })
    const { after, answer } = await playToQuestion(session, { ctx, lecture: LECTURE, now })
    await answer('wrong')
    now = after
  }
}

/** Before: a course that the person passed here, and that its provider sent as well. */
async function learnsTwice({ cloud, secrets }: World, openid: string): Promise<void> {
  const ctx = seedingContext(cloud, secrets, openid)
  const person = await personOf(ctx)
  const here = { ...postingOf(person, ['durability', 8]), title: TWICE, recordedAt: ctx.now }
  const sent = {
    ...here,
    item: {
      ...here.item,
      id: 'row-durability',
      evidenceKey: 'outside:base:row-durability',
      hours: hoursOf(8),
    },
    cause: { kind: 'outside', batchId: 'batch-durability', rowId: 'row-durability' } as const,
  }
  for (const posting of [here, sent]) await ctx.store.transact((tx) => postHours(tx, posting))
}

async function goesOn({ step }: Stage, trainee: Phone, unit: Phone): Promise<void> {
  const player = `/packages/study/player/index?lectureId=${LECTURE?.id}`
  await step('lecture-stopped', trainee, async () => {
    await trainee.openPath(player)
    await trainee.see('这一讲先停下了')
    await trainee.see('请找秦岭水利勘测设计院的审核人说明')
  })
  await step('told-to-the-unit', unit, async () => {
    await unit.tap('停下的课')
    await unit.see('随堂问题一共答错 4 次')
  })
  await step('why-it-may-go-on', unit, async () => {
    await unit.tap('问明情况，让他接着学')
    await unit.see('答错的次数留在记录里')
    await unit.tap('本人说明了情况，确实在看')
  })
  await step('lifted', unit, async () => {
    await unit.tap('同意接着学')
    await unit.see('没有停下的课')
  })
  await step('goes-on', trainee, async () => {
    await trainee.openPath(player)
    await trainee.see('已核验')
  })
}

async function saysTitle({ step }: Stage, trainee: Phone, unit: Phone): Promise<void> {
  await step('title-said', trainee, async () => {
    await trainee.openPath('/packages/title/held/index')
    await trainee.tap({ label: '有职称' })
    await trainee.tap('系列')
    await trainee.tap({ label: '工程技术' })
    await trainee.type('职称名称', '工程师')
    await trainee.type('取得的年份', '2018')
    await trainee.tap({ label: '中级' })
    await trainee.tap('提交')
    await trainee.see('等单位核对')
  })
  await step('titles-to-verify', unit, async () => {
    await unit.openPath('/packages/people/verify/index')
    await unit.tap('职称 1')
    await unit.see('工程技术系列')
  })
  await step('title-doubted-how', unit, async () => {
    await unit.tap('职称不对')
    await unit.see('已经核对过的职称照旧使用')
    await unit.tap({ label: '关闭' })
  })
  await step('title-verified', unit, async () => {
    await unit.tap('职称相符')
    await unit.see('没有要核对的职称')
  })
  await step('title-held', trainee, async () => {
    await trainee.relaunch({ page: '/packages/title/held/index' })
    await trainee.see('单位核对过')
  })
}

async function keepsOne({ step }: Stage, trainee: Phone, city: Phone): Promise<void> {
  await step('found-twice', city, async () => {
    await city.tap('抽查')
    await city.tap('可能重复的学时')
    await city.see(TWICE)
    await city.see('都保留')
  })
  await step('why-one-goes', city, async () => {
    await city.tap({ label: `作废${TWICE}，施教机构报送` })
    await city.see('这一笔退回，年度和证书一并更正')
    await city.tap('同一次学习申报了两次')
  })
  await step('one-kept', city, async () => {
    await city.tap('作废这一笔')
    await city.see('没有可能重复的学时')
  })
  await step('told-why', trainee, async () => {
    await trainee.openPath('/packages/hours/ledger/index')
    await trainee.see('不计入')
    await trainee.see(TWICE)
  })
}
