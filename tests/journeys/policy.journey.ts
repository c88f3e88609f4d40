import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { seedingContext } from '../../scripts/seed/context'
import type { EnrolmentDocument } from '../../server/learning/study/documents'
import { register } from './steps'

const POLICY = '/packages/policy/policy/index'
const PUBLIC_2021 = '/packages/study/course/index?courseId=sx21-public'
const WORKS_2021 = '/packages/study/course/index?courseId=sx21-works'

export const policy: Journey = {
  name: 'policy',
  about: '看懂政策：今年要学多少，点开看原文；补学 2021 年度先确认年度，过期说清；四个地区各说各的',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { openid } = stage.world.seed.personas.almost
  const phone = await stage.phone({ openid, scene: 1035 })
  await readPolicy(stage, phone)
  await makeUp(stage, phone)
  await shandong(stage)
  await ningxia(stage)
  await qinghaiBefore(stage)
  await outsideTheWindow(stage, phone)
  await qinghaiNextYear(stage)
}

/** The requirement, then a clause in the notice's own words, then one of our readings. */
async function readPolicy({ step }: Stage, phone: Phone): Promise<void> {
  await step('home-leads-to-policy', phone, () => phone.see('看 2022 年的政策'))
  await step('what-is-asked', phone, async () => {
    await phone.tap('看 2022 年的政策，逐条有原文')
    await phone.see('陕西省')
    await phone.see('不少于 80 学时')
    await phone.see('不少于 24 学时')
    await phone.see('不少于 56 学时')
  })
  await step('clause-in-its-words', phone, async () => {
    await phone.tap('不少于 24 学时')
    await phone.see('公需课和专业课学习学时同时达标方视为完成')
    await phone.see('SX22-1')
    await phone.see('通知原文')
  })
  await step('sections', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('什么算学时')
    await phone.see('同等学时认证')
    await phone.see('官方表格缺失')
  })
  await step('missing-table', phone, async () => {
    await phone.tap('同等学时认证')
    await phone.see('没有公布在通知里')
    await phone.see('SX22-9')
  })
  await step('our-reading', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('什么不算')
    await phone.tap('不转到下一年度')
    await phone.see('我们的理解')
    await phone.see('我们不自动结转')
  })
  await step('dates-fees-help', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('以前年度的补学')
    await phone.tap('收费')
    await phone.see('最高 3.6 元/人·课时')
    await phone.see('到 2022 年 9 月 30 日为止')
  })
  await step('another-year', phone, async () => {
    await phone.openPath(`${POLICY}?year=2020`)
    await phone.see('2020 年度')
    await phone.see('任选一个科目')
  })
  await step('offline-it-can-still-be-read', phone, async () => {
    await phone.setOffline(true)
    await phone.see('看到的是上次打开的规定')
    await phone.tap('谁审核')
    await phone.see('所在单位')
  })
  await step('year-without-a-notice', phone, async () => {
    await phone.setOffline(false)
    await phone.openPath(`${POLICY}?year=2015`)
    await phone.see('还没有 2015 年的规定')
  })
}

/** A past year: which it fills is said and confirmed before anything begins. */
async function makeUp({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('courses-of-a-past-year', phone, async () => {
    await phone.openPath('/pages/courses/index')
    await phone.tap('2021 年')
    await phone.see('2021 年度可以补学')
    await phone.see('2021 年度公需课补学')
  })
  await step('years-to-make-up', phone, async () => {
    await phone.tap('看条款和其他年度')
    await phone.see('2021、2020、2019、2018、2017、2016 年度')
  })
  await step('course-of-a-past-year', phone, async () => {
    await phone.openPath(PUBLIC_2021)
    await phone.see('这些学时将计入 2021 年度，不计入 2022 年度')
  })
  await step('asked-before-it-begins', phone, async () => {
    await phone.tap('开始补学 第 1 讲')
    await phone.see('补学 2021 年度')
    await phone.see('SX22-15')
    if (await enrolmentOf(world, 'sx21-public')) throw new Error('enrolled before anything was confirmed')
  })
  await step('make-up-begins', phone, async () => {
    await phone.tap('确认，补学 2021 年度')
    await phone.see('已核验')
    const enrolment = await enrolmentOf(world, 'sx21-public')
    if (enrolment?.targetYear !== 2021 || !enrolment.makeUpConfirmedAt)
      throw new Error(`the make-up year is not confirmed: ${JSON.stringify(enrolment)}`)
  })
  await step('asked-once', phone, async () => {
    await phone.openPath(PUBLIC_2021)
    await phone.tap('开始补学 第 1 讲')
    await phone.see('已核验')
  })
}

async function outsideTheWindow({ step, world }: Stage, phone: Phone): Promise<void> {
  await step('after-the-last-day', phone, async () => {
    await world.cloud.clock.advanceMs(Date.parse('2022-10-01T00:00:00+08:00') - world.cloud.clock.now())
    await phone.relaunch({ page: '/pages/courses/index' })
    await phone.tap('2021 年')
    await phone.see('2021 年度不能再补学')
    await phone.see('补学到 2022 年 9 月 30 日为止，已经结束')
  })
  await step('course-says-until-when-it-was', phone, async () => {
    await phone.openPath(WORKS_2021)
    await phone.see('已经结束')
    await phone.see('SX22-15')
    await phone.see('选今年的课程')
    await phone.absent('开始补学 第 1 讲')
  })
}

async function enrolmentOf(world: Stage['world'], courseId: string): Promise<EnrolmentDocument | null> {
  const { openid } = world.seed.personas.almost
  const { store } = seedingContext(world.cloud, world.secrets)
  const binding = await store.get('bindings', openid)
  return binding ? store.get('enrolments', `${binding.personId}:${courseId}`) : null
}

/** The county's notice, with its four platforms and its phones. */
async function shandong(stage: Stage): Promise<void> {
  const { step, world } = stage
  const phone = await stage.phone({ openid: world.seed.elsewhere.shandong.trainee.openid, scene: 1035 })
  await step('shandong-asks-90', phone, async () => {
    await phone.see('还差 30 学时公需课、60 学时专业课')
    await phone.tap('看 2022 年的政策，逐条有原文')
    await phone.see('山东省')
    await phone.see('不少于 90 学时')
  })
  await step('shandong-kinds', phone, async () => {
    await phone.tap('什么算学时')
    await phone.see('每天最多 8 学时')
    await phone.see('每年最多 40 学时')
    await phone.see('每项计 10 学时')
  })
  await step('shandong-clause', phone, async () => {
    await phone.tap('自学类')
    await phone.see('每年累计不超过40学时')
    await phone.see('NY22-9')
  })
  await step('shandong-chain-and-help', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('要学多少')
    await phone.tap('什么算学时')
    await phone.tap('谁审核')
    await phone.tap('去哪里学，问谁')
    await phone.see('所在单位 → 主管部门 → 人社部门')
    await phone.see('400-806-8255')
  })
  await step('shandong-make-up', phone, async () => {
    await phone.openPath('/pages/courses/index')
    await phone.tap('2019 年')
    await phone.see('2019 年度可以补学')
    await phone.see('通知没有规定补学的截止日期')
  })
}

/** Nothing is asked of a single year: years are summed when a title is applied for. */
async function ningxia(stage: Stage): Promise<void> {
  const { step, world } = stage
  const phone = await stage.phone({ openid: world.seed.elsewhere.ningxia.trainee.openid, scene: 1035 })
  await step('ningxia-sums-years', phone, async () => {
    await phone.tap('看 2022 年的政策，逐条有原文')
    await phone.see('宁夏回族自治区')
    await phone.see('通知没有规定每一年的学时')
  })
  await step('ningxia-titles', phone, async () => {
    await phone.tap('申报职称')
    await phone.see('近 4 年，累计不少于 360 学时，其中公需课不少于 120 学时')
    await phone.see('近 5 年，累计不少于 450 学时，其中公需课不少于 150 学时')
  })
  await step('ningxia-deemings', phone, async () => {
    await phone.tap('要学多少')
    await phone.tap('申报职称')
    await phone.tap('视同和免除')
    await phone.see('每项代替公需课 40 学时，到 2022 年 12 月 31 日')
    await phone.tap('职称外语考试合格')
    await phone.see('可代替公需课 40 个学时')
  })
}

/** Before the year of Qinghai's notice: nothing is guessed, and the page leads to the year that is known. */
async function qinghaiBefore(stage: Stage): Promise<void> {
  const { step, world } = stage
  const phone = await stage.phone({ openid: world.seed.elsewhere.qinghai.trainee.openid, scene: 1035 })
  await step('qinghai-has-no-2022', phone, () => phone.see('还没有 2022 年的规定'))
  await step('qinghai-leads-to-2023', phone, async () => {
    await phone.tap('看其他年度的政策')
    await phone.see('青海省')
    await phone.tap('看 2023 年的规定')
    await phone.see('不少于 135 学时')
  })
}

/** A person registers by the unit's code in the year of Qinghai's notice, and reads it. */
async function qinghaiNextYear(stage: Stage): Promise<void> {
  const { step, world } = stage
  const { newcomer, unitToken } = world.seed.elsewhere.qinghai
  await world.cloud.clock.advanceMs(Date.parse('2023-06-15T10:00:00+08:00') - world.cloud.clock.now())
  const phone = await stage.phone({ openid: newcomer.openid, scene: 1047, query: { scene: unitToken } })
  await step('qinghai-unit-code', phone, async () => {
    await register(phone, newcomer)
    await phone.see('雪河水文勘测队')
    await phone.tap('提交登记')
    await phone.see('登记好了')
  })
  await step('qinghai-home', phone, async () => {
    await phone.tap('开始学习')
    await phone.see('2023 年度 · 青海省')
    await phone.see('还差 45 学时公需科目、90 学时专业科目')
  })
  await step('qinghai-asks-135', phone, async () => {
    await phone.tap('看 2023 年的政策，逐条有原文')
    await phone.see('不少于 135 学时')
    await phone.see('不少于 45 学时')
  })
  await step('qinghai-nothing-carried-over', phone, async () => {
    await phone.tap('什么不算')
    await phone.see('法宣在线')
    await phone.tap('不转到下一年度')
    await phone.see('不得结转或顺延至下一年度')
    await phone.see('QH23-4')
  })
  await step('qinghai-dates', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('要学多少')
    await phone.tap('什么不算')
    await phone.tap('到什么时候')
    await phone.see('2023 年 12 月 10 日前（含当天），过后算迟，仍然受理')
    await phone.see('2023 年 12 月 31 日前（含当天），过后关闭，不再受理')
  })
  await step('qinghai-courses', phone, async () => {
    await phone.openPath('/pages/courses/index')
    await phone.see('高寒地区水文监测与资料整编')
    await phone.see('专业科目 · 24 学时')
  })
  await step('qinghai-past-year-is-unread', phone, async () => {
    await phone.openPath(`${POLICY}?year=2022`)
    await phone.see('还没有 2022 年的规定')
    await phone.tap('看 2023 年的规定')
    await phone.see('不少于 135 学时')
  })
}
