import path from 'node:path'
import { people } from '../../demo'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { seedingContext } from '../../scripts/seed/context'
import { decide } from '../../server/claims/review/decide-claim'
import { holderOf } from '../../server/kernel/holder'
import { personOf } from '../../server/kernel/procedure'
import { handIn, photographed } from './handed-in'
import { openCheckPage, readQr } from './steps'

export const spotcheck: Journey = {
  name: 'spotcheck',
  about: '抽查：按种子抽样，查出一份不实，作废；学时退回、证书撤销，本人提出异议，由上一级复查',
  run,
}

const FALSE_TITLE = '全国水工建筑物安全鉴定高级研修班'
const TRUE_TITLE = '水文自动测报新技术培训班'
const UNIT = '秦岭水利勘测设计院'
const openidOf = (id: string): string => people.find((person) => person.id === id)?.openid ?? ''

async function run(stage: Stage): Promise<void> {
  await certifiedByTheUnit(stage)
  const { world } = stage
  const trainee = await stage.phone({ openid: world.seed.personas.almost.openid, scene: 1035 })
  const address = await holdsACertificate(stage, trainee)
  const city = await stage.phone({ openid: openidOf('city-bureau'), page: 'pages/me/index' })
  await draws(stage, city)
  await findsOneFalse(stage, city)
  await isTold(stage, trainee, address)
  await isHeard(stage, city, trainee)
  await losesItsRight(stage, city)
}

/** Before the check: the unit approved two trainings, and one of them never took place. */
async function certifiedByTheUnit({ world, browser }: Stage): Promise<void> {
  const { almost, reviewer } = world.seed.personas
  for (const [title, hours] of [
    [TRUE_TITLE, '4'],
    [FALSE_TITLE, '16'],
  ] as const) {
    const photo = await photographed(browser, '结业证书', [
      '苏映雪同志：',
      `参加“${title}”，`,
      `共 ${hours} 学时，准予结业。`,
    ])
    const claimId = await handIn(world, almost.openid, {
      draftId: `draft-${hours}`,
      kind: 'equivalent',
      targetYear: 2022,
      fields: { title, organiser: '某水利学会', from: '2022-06-01', to: '2022-06-02', hours },
      photo,
    })
    const ctx = seedingContext(world.cloud, world.secrets, reviewer.openid)
    const person = await personOf(ctx)
    const decision = { claimId, decisionId: `approve-${hours}`, revision: 1, stepIndex: 0 }
    await decide(ctx, holderOf(person, 'review-claims', ctx), { ...decision, verdict: { kind: 'approve' } })
  }
}

async function holdsACertificate({ step, folder }: Stage, phone: Phone): Promise<string> {
  await step('year-complete', phone, async () => {
    await phone.openPath('/packages/hours/ledger/index')
    await phone.see(FALSE_TITLE)
    await phone.see('领取证书')
  })
  await step('certificate', phone, async () => {
    await phone.tap('领取证书')
    await phone.see('保存到相册')
  })
  const picture = path.join(folder, 'certificate-to-read.png')
  await phone.shot(picture)
  return readQr(picture)
}

async function draws({ step }: Stage, city: Phone): Promise<void> {
  await step('no-checks-yet', city, async () => {
    await city.tap('抽查')
    await city.see('还没有抽查过')
  })
  await step('rule-and-seed', city, async () => {
    await city.tap({ role: 'button', name: '开始抽查' })
    await city.see('怎样分层')
    await city.see('种子由系统当天生成')
  })
  await step('drawn', city, async () => {
    await city.tap({ role: 'button', name: '开始抽查' })
    await city.see('已核查 0/2')
    await city.see('同一规则和种子可以原样再抽一次')
  })
}

async function findsOneFalse({ step }: Stage, city: Phone): Promise<void> {
  await step('one-in-order', city, async () => {
    await city.tap(TRUE_TITLE)
    await city.see('证明材料 1 份')
    await city.tap('情况属实')
    await city.absent('待核查')
  })
  await step('the-other', city, async () => {
    await city.openPath('/packages/oversight/checks/index')
    await city.tap('长宁市人力资源和社会保障局（演示）及下属单位')
    await city.see('已核查 1/2')
    await city.tap(FALSE_TITLE)
    await city.see('谁认定的')
  })
  await step('what-does-not-hold', city, async () => {
    await city.tap('不属实')
    await city.tap('证明材料不真实，或查无此件')
    await city.type('查明的情况', '主办方答复没有办过这个班')
    await city.type('凭据', '已致电水利学会核实，有记录')
  })
  await step('found-false', city, async () => {
    await city.tap('记下：不属实')
    await city.see('查明：主办方答复没有办过这个班')
  })
  await step('says-what-will-happen', city, async () => {
    await city.tap('作废这份学时')
    await city.see('这一年不再达标')
    await city.see('已发的证书随即撤销')
  })
  await step('voided', city, async () => {
    await city.tap({ role: 'button', name: '作废' })
    await city.see('这份学时已作废')
  })
}

async function isTold({ step, browser, folder }: Stage, phone: Phone, address: string): Promise<void> {
  await step('hours-gone', phone, async () => {
    await phone.openPath('/packages/hours/ledger/index')
    await phone.see('不计入')
    await phone.absent('查看证书')
  })
  await step('why', phone, async () => {
    await phone.tap(FALSE_TITLE)
    await phone.see('按无效处理：主办方答复没有办过这个班')
    await phone.see('提出异议')
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  await step('certificate-revoked', phone, async () => {
    const text = await openCheckPage(page, address)
    await page.screenshot({ path: path.join(folder, 'check-revoked.png') })
    if (!text.includes('这张证书已撤销')) throw new Error(`the check page says: ${text}`)
  })
  await context.close()
  await step('objects', phone, async () => {
    await phone.tap('提出异议')
    await phone.see('将取消单位学时认证权限')
    await phone.type(
      '为什么这笔学时是真实的',
      '班是省水利学会办的，不是市学会。有缴费发票和签到表，联系人张老师',
    )
  })
  await step('objection-filed', phone, async () => {
    await phone.tap('提交异议')
    await phone.see('等待复查')
  })
}

async function isHeard(stage: Stage, city: Phone, trainee: Phone): Promise<void> {
  const { step } = stage
  await step('not-by-who-voided', city, async () => {
    await city.openPath('/packages/oversight/objections/index')
    await city.see('由上一级或另一人复查')
  })
  const province = await stage.phone({ openid: openidOf('province-bureau'), page: 'pages/me/index' })
  await step('level-above', province, async () => {
    await province.tap('抽查')
    await province.tap('异议')
    await province.tap(FALSE_TITLE)
    await province.see('本人怎样说')
  })
  await step('upheld-why', province, async () => {
    await province.tap('异议成立')
    await province.tap('补充的材料能够证明')
  })
  await step('upheld', province, async () => {
    await province.tap('告诉本人')
    await province.see('异议成立，补充的材料能够证明')
  })
  await step('told-and-restored', trainee, async () => {
    await trainee.openPath('/packages/hours/ledger/index')
    await trainee.see('查看证书')
  })
  await step('objection-upheld', trainee, async () => {
    await trainee.tap('不计入')
    await trainee.tap('提出异议')
    await trainee.see('学时已经恢复')
  })
}

async function losesItsRight({ step }: Stage, city: Phone): Promise<void> {
  const toUnit = '/packages/oversight/certifying/index?orgId=unit-survey'
  await step('may-certify', city, async () => {
    await city.openPath(toUnit)
    await city.see('可以认证')
  })
  await step('withdrawn', city, async () => {
    await city.tap('取消认证权限')
    await city.tap('没有核对原件就认证')
    await city.tap({ role: 'button', name: '取消认证权限' })
    await city.see('已取消')
  })
  await step('void-a-period', city, async () => {
    await city.tap('作废一段时间的认证')
    await city.see(`作废${UNIT}认证的学时`)
    await city.pickDay('从哪天', '2022-06-01')
    await city.pickDay('到哪天', '2022-08-15')
    await city.type('查明的情况', '集中补办的证明')
  })
  await step('job-done', city, async () => {
    await city.tap('逐份作废')
    // The other came back by an objection that the body above upheld: a lower one does not take it again.
    await city.see('已看 2 份，作废 1 份')
    await city.see('已办完')
  })
  await step('no-records', city, async () => {
    await city.openPath('/packages/oversight/integrity/index')
    await city.see('没有失信记录')
  })
}
