import { people } from '../../demo'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { aCityLearns } from './a-city-learns'

export const told: Journey = {
  name: 'told',
  about:
    '及时知道：核对结果和截止提醒进消息，不靠订阅；概况一路点到还差学时的人；日志可查；数据带得走、账号能注销',
  run,
}

const OVERVIEW = '/packages/figures/overview/index'
const LOG = '/packages/audit-log/log/index'
const INBOX = '/packages/inbox/messages/index'
const PRIVACY = '/packages/own-data/privacy/index'
const MINUTE_MS = 60_000
const WEEK_BEFORE = Date.parse('2022-12-24T10:00:00+08:00')
/** The clock's door runs once a minute; its work is done within a few runs. */
const ROUNDS = 4
/** As many as a city full of news takes. */
const CITY_ROUNDS = 12

const openidOf = (id: string): string => people.find((person) => person.id === id)?.openid ?? ''

async function run(stage: Stage): Promise<void> {
  await confirmed(stage)
  await logOfActs(stage)
  await figures(stage)
  await ownData(stage)
  await reminded(stage)
}

/** So many rounds of the clock's door. */
async function minutesPass({ world }: Stage, rounds = ROUNDS): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await world.cloud.clock.advanceMs(MINUTE_MS)
}

/** The reviewer confirms; the colleague finds it in the inbox, with nothing subscribed. */
async function confirmed(stage: Stage): Promise<void> {
  const { step } = stage
  const reviewer = await stage.phone({
    openid: openidOf('reviewer'),
    page: 'packages/people/verify/index',
  })
  await step('reviewer-confirms', reviewer, async () => {
    await reviewer.see('古丽娜尔·艾山')
    await reviewer.tap({ label: '确认古丽娜尔·艾山是本单位的人' })
    await reviewer.see('确认古丽娜尔·艾山是本单位的人？')
    await reviewer.tap('确认')
    await reviewer.see('已确认 ')
  })
  await minutesPass(stage)
  const colleague = await stage.phone({ openid: openidOf('colleague-1'), scene: 1035 })
  await step('home-says-unread', colleague, () => colleague.see('1 条未读'))
  await step('inbox', colleague, async () => {
    await colleague.openPath(INBOX)
    await colleague.see('单位核对通过')
    await colleague.see('之前学到的学时已全部计入')
  })
}

/** From the city down to a trainee who lacks hours, in four taps. */
async function figures(stage: Stage): Promise<void> {
  const { step } = stage
  await aCityLearns(stage.world)
  await minutesPass(stage, CITY_ROUNDS)
  const staff = await stage.phone({
    openid: openidOf('city-bureau'),
    page: 'packages/figures/overview/index',
  })
  await step('overview-city', staff, async () => {
    await staff.see('登记人数')
    await staff.see('各单位完成情况')
    await staff.see('长宁市水利局（演示）')
    await drawn(staff)
  })
  await step('overview-by-month', staff, async () => {
    await staff.see('到 8 月，35 人中有 22 人完成')
    await lookAt(staff, '2022 年完成进度')
  })
  await step('overview-dark', staff, () => staff.setTheme('dark'))
  await staff.setTheme('light')
  await step('overview-narrow-large-type', staff, async () => {
    await staff.page.setViewportSize({ width: 320, height: 693 })
    await staff.setFontSize(20)
    await staff.openPath(OVERVIEW)
    await lookAt(staff, '各单位完成情况')
  })
  await step('overview-narrow-by-month', staff, () => lookAt(staff, '2022 年完成进度'))
  await staff.page.setViewportSize({ width: 390, height: 844 })
  await staff.setFontSize(16)
  await staff.openPath(OVERVIEW)
  await step('overview-department', staff, async () => {
    await staff.tap('长宁市水利局（演示）')
    await staff.see('秦岭水利勘测设计院')
    await drawn(staff)
  })
  await step('overview-unit', staff, async () => {
    await staff.tap('秦岭水利勘测设计院')
    await staff.see('看看还没完成的人')
    await drawn(staff)
  })
  await step('behind', staff, async () => {
    await staff.tap('看看还没完成的人')
    await staff.see('苏映雪')
    await staff.see('还差')
  })
}

/** A chart is there a moment after its page. */
const drawn = async (phone: Phone): Promise<void> => {
  await phone.page.waitForFunction(() => document.querySelector('[class*="chart--loading"]') === null)
}

/** Moves the page until these words are at its top. */
async function lookAt(phone: Phone, words: string): Promise<void> {
  await phone.see(words)
  await phone.page.evaluate((text) => {
    for (const one of document.querySelectorAll('*'))
      if (one.childElementCount === 0 && one.textContent === text) one.scrollIntoView()
  }, words)
  await drawn(phone)
}

async function logOfActs(stage: Stage): Promise<void> {
  const staff = await stage.phone({ openid: openidOf('city-bureau'), page: LOG.slice(1) })
  await stage.step('log', staff, async () => {
    await staff.see('核对通过')
    await staff.see('程守正（单位审核人），对古丽娜尔·艾山')
  })
}

async function ownData(stage: Stage): Promise<void> {
  const phone = await stage.phone({ openid: openidOf('almost'), page: PRIVACY.slice(1) })
  await stage.step('own-data', phone, () => phone.see('导出我的数据'))
  await stage.step('own-data-taken', phone, async () => {
    await phone.tap('导出')
    await phone.see('已存到手机')
    await phone.see('2022 年')
  })
  await stage.step('erasure-asked', phone, async () => {
    await phone.tap('申请注销')
    await phone.see('确定要注销吗')
    await phone.type('确认', '注销')
    await confirmErasure(phone)
    await phone.see('正式注销，在那之前可以撤回')
  })
  await stage.step('erasure-taken-back', phone, async () => {
    await phone.tap('撤回注销')
    await phone.see('申请注销')
  })
}

/** The button in the sheet, which lies over the one that opened it. */
const confirmErasure = (phone: Phone): Promise<void> => phone.tap({ role: 'button', name: '确定注销' })

async function reminded(stage: Stage): Promise<void> {
  await stage.world.cloud.clock.set(WEEK_BEFORE)
  await minutesPass(stage)
  const phone = await stage.phone({ openid: openidOf('almost'), page: INBOX.slice(1) })
  await stage.step('reminded-a-week-before', phone, async () => {
    await phone.see('截止还有 7 天')
    await phone.see('2022年12月31日前完成')
  })
  const staff = await stage.phone({ openid: openidOf('city-bureau'), page: OVERVIEW.slice(1) })
  await stage.step('overview-before-the-end', staff, async () => {
    await staff.see('还没完成')
    await drawn(staff)
  })
}
