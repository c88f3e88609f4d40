import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import type { DemoPersona } from '../../scripts/seed'
import { fillIdentity, register } from './steps'

const SET_DATA_MOST_BYTES = 6144

export const entry: Journey = {
  name: 'entry',
  about:
    '三个入口各到该到的地方：12333 菜单、单位二维码、已登记的人扫码；换了微信由两位审核人核对、原来的微信没有异议后改绑，学时跟着走；过期的码说清怎么办',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { step, world } = stage
  const { personas, unitToken, unitCode } = world.seed
  const menu = await stage.phone({ openid: 'o-journey-menu', scene: 1035 })
  await step('menu-12333-somebody-new', menu, async () => {
    await menu.see('开始登记')
    await menu.see('80 学时')
  })
  await step('menu-12333-begins', menu, async () => {
    await menu.tap('开始登记')
    await menu.see('先看看我们怎样处理你的信息')
  })
  const code = await stage.phone({ openid: 'o-journey-code', scene: 1047, query: { scene: unitToken } })
  await step('unit-code-somebody-new', code, () => code.see('先看看我们怎样处理你的信息'))
  const known = await stage.phone({
    openid: personas.almost.openid,
    scene: 1047,
    query: { scene: unitToken },
  })
  await step('unit-code-registered', known, () => known.see(`${personas.almost.name}，你好`))
  await step('home-is-one-small-call', known, async () => {
    const calls = (await known.calls()).filter(({ data }) =>
      JSON.stringify(data ?? '').includes('"home.view"'),
    )
    if (calls.length !== 1) throw new Error(`home asked ${calls.length} times`)
    const { max } = await known.setDataStats()
    if (max > SET_DATA_MOST_BYTES) throw new Error(`the largest setData is ${max} bytes`)
  })
  await step('registered-scans-inside', known, async () => {
    await known.openPath('/pages/me/index')
    await known.scan(unitCode.content)
    await known.tap('扫一扫')
    await known.see(`${personas.almost.name}，你好`)
  })
  const reviewer = await stage.phone({
    openid: personas.reviewer.openid,
    scene: 1047,
    query: { scene: unitToken },
  })
  await step('unit-code-reviewer', reviewer, () => reviewer.see('核对本单位人员'))
  await changedPhone(stage, { old: known, reviewer })
  const late = await stage.phone({ openid: 'o-journey-late', scene: 1035 })
  await step('expired-code', late, async () => {
    await world.cloud.clock.advanceMs(401 * 86_400_000)
    await late.relaunch({ scene: 1047, query: { scene: unitToken } })
    await late.see('这个二维码已过期')
  })
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const CONTEST = '/packages/enrol/contest/index'

interface Sides {
  old: Phone
  reviewer: Phone
}

/** A trainee comes back on another phone: the old account holds their number, and the unit decides whose it is. */
async function changedPhone(stage: Stage, { old, reviewer }: Sides): Promise<void> {
  const { step, world } = stage
  const { almost } = world.seed.personas
  const shown = await old.text()
  const missing = /还差 [\d.]+ 学时[^，。\n]*/.exec(shown)?.[0] ?? almost.name
  const query = { scene: world.seed.unitToken }
  const next = await stage.phone({ openid: 'o-journey-next-phone', scene: 1047, query })
  await step('number-is-on-the-old-phone', next, async () => {
    await register(next, { ...almost, mobile: '13900001002' })
    await next.tap('提交登记')
    await next.see('从前用别的微信登记过？')
  })
  await step('says-it-is-their-own', next, () => says(next, almost, '换了微信号，原来的手机丢了'))
  await step('the-clock-finds-the-holder', next, () => world.cloud.clock.advanceMs(2 * MINUTE_MS))
  await step('reviewer-has-a-contest', reviewer, async () => {
    await reviewer.relaunch({ scene: 1035 })
    await reviewer.see('1 件等你核对')
  })
  await step('reviewer-sees-both-sides', reviewer, async () => {
    await reviewer.tap('账号争议')
    await reviewer.see('现在绑定的微信')
    await reviewer.see('139****1002')
  })
  await step('reviewer-says-how-it-was-checked', reviewer, async () => {
    await reviewer.tap({ label: `${almost.name}改绑到新微信` })
    await reviewer.tap('本人带身份证到场核对')
  })
  await step('reviewer-is-asked-once-more', reviewer, async () => {
    await reviewer.tap('下一步')
    await reviewer.see('改绑到新的微信？')
  })
  await step('reviewer-agrees', reviewer, async () => {
    await reviewer.tap({ role: 'button', name: '同意改绑' })
    await reviewer.see('还要另一位同意')
  })
  await agreedAbove(stage, old)
  await step('new-phone-is-told', next, async () => {
    await next.openPath(CONTEST)
    await next.see('已改绑，请重新进入')
  })
  await step('new-phone-has-the-old-hours', next, async () => {
    await next.tap('进入')
    await next.see(`${almost.name}，你好`)
    await next.see(missing)
  })
  await step('old-phone-is-signed-out', old, async () => {
    await old.relaunch({ scene: 1035 })
    await old.see('你的账号已改绑到另一个微信')
  })
  await contestedBack(stage, { old, reviewer })
}

/** The second word comes from the body above; the old account is told, and nobody objects for three days. */
async function agreedAbove(stage: Stage, old: Phone): Promise<void> {
  const { step, world } = stage
  const { almost } = world.seed.personas
  const above = await stage.phone({
    openid: 'o-demo-city-bureau',
    page: 'packages/people/contests/index',
  })
  await step('body-above-agrees', above, async () => {
    await above.see('还要另一位同意')
    await above.tap({ label: `${almost.name}改绑到新微信` })
    await above.tap('本人带身份证到场核对')
    await above.tap('下一步')
    await above.tap({ role: 'button', name: '同意改绑' })
    await above.see('没有账号争议')
  })
  await step('old-account-may-object', old, async () => {
    await world.cloud.clock.advanceMs(2 * MINUTE_MS)
    await old.openPath('/packages/enrol/rebind/index')
    await old.see('不是我换的微信，停止改绑')
  })
  for (let day = 0; day < 3; day += 1) await world.cloud.clock.advanceMs(DAY_MS)
  await world.cloud.clock.advanceMs(2 * MINUTE_MS)
}

/** The old phone contests the decision; this time the unit keeps it. */
async function contestedBack({ step, world }: Stage, { old, reviewer }: Sides): Promise<void> {
  const { almost } = world.seed.personas
  await old.relaunch({ scene: 1047, query: { scene: world.seed.unitToken } })
  await old.tap('我已阅读并同意《个人信息处理说明》')
  await old.tap('我单独同意处理我的身份证号，用来确认本人、记录学时')
  await old.tap('同意，继续登记')
  await fillIdentity(old, almost)
  // The number that this account verified before is still known.
  await old.tap('下一步')
  await old.tap('提交登记')
  await old.see('从前用别的微信登记过？')
  await says(old, almost, '这部手机还是我在用')
  await world.cloud.clock.advanceMs(2 * MINUTE_MS)
  await step('reviewer-keeps-the-binding', reviewer, async () => {
    await reviewer.relaunch({ page: 'packages/people/verify/index', query: { part: 'contests' } })
    await reviewer.tap({ label: `${almost.name}不改绑` })
    await reviewer.tap('联系不上申请的人')
    await reviewer.tap('不改绑，告诉双方')
    await reviewer.see('没有账号争议')
  })
  await step('old-phone-reads-why', old, async () => {
    await old.tap('看看有没有结果')
    await old.see('没有改绑')
    await old.see('联系不上申请的人')
  })
}

async function says(phone: Phone, { name, idNumber }: DemoPersona, statement: string): Promise<void> {
  await phone.tap('申请改绑')
  await phone.type('姓名', name)
  await phone.type('身份证号', idNumber)
  await phone.type('情况说明', statement)
  await phone.tap('请单位核对')
  await phone.see('等待单位核对')
}
