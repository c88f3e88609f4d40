import { people } from '../../demo'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { handIn, keptRecord, photographed } from './handed-in'

const QUEUE = '/packages/review/queue/index'
const LEDGER = '/packages/hours/ledger/index?year=2022'
const TRAINEE = 'o-demo-shandong-trainee'
const COLLEAGUE = 'o-demo-shandong-colleague'
const UNIT = 'o-demo-shandong-reviewer'
const INBOX = '/packages/inbox/messages/index'
const MINUTE_MS = 60_000
const REASON = '有两天没有学习记录，按 12 学时认定'

export const claimShandong: Journey = {
  name: 'claim-shandong',
  about: '三级审核：单位通过，主管部门减少学时并写明原因，人社部门通过；按减少后的学时记入，账上看得到原因',
  run,
}

async function run(stage: Stage): Promise<void> {
  await handedIn(stage)
  await unit(stage)
  await department(stage)
  await bureau(stage)
  await trainee(stage)
}

const paper = (title: string) => ({ title, 'author-rank': '1', on: '2022-06-20', 'meets:published': 'yes' })

/** The unit's queue in the morning: one person's study, a colleague's three papers, one of them odd. */
async function handedIn({ world, browser }: Stage): Promise<void> {
  const photo = (title: string, name: string) =>
    photographed(browser, title, [
      `姓名：${name}`,
      '单位：岱阴县农业技术推广站',
      '时间：2022 年',
      '（演示材料，不是真实证书）',
    ])
  const record = await photo('学习档案', '颜承露')
  const line = { title: '果园土壤改良自学', hours: 16 }
  const kept = await keptRecord(world, { reviewer: UNIT, learner: TRAINEE }, line)
  await handIn(world, TRAINEE, {
    ...{ draftId: 'study-2022', kind: 'self-study', targetYear: 2022 },
    ...{ fields: { record: kept }, photo: record },
  })
  const papers = ['果园覆草保墒试验', '缓坡梯田整理经验', '病虫害统防统治小结']
  for (const [index, title] of papers.entries())
    await handIn(world, COLLEAGUE, {
      ...{ draftId: `paper-${index}-2022`, kind: 'paper', targetYear: 2022, fields: paper(title) },
      // The last one rests on a paper that another trainee has submitted already.
      photo: index === 2 ? record : await photo(`论文首页 ${index + 1}`, '闵子衿'),
    })
}

const reviewerOf = (stage: Stage, openid: string): Promise<Phone> => stage.phone({ openid, scene: 1035 })

async function unit(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await reviewerOf(stage, UNIT)
  await step('home-counts-what-waits', phone, async () => {
    await phone.see('4 件等你审核')
  })
  await step('queue-due-first', phone, async () => {
    await phone.tap('待办申报')
    await phone.see('前办完')
    await phone.see('计 16 学时')
    await phone.see('颜承露的申报用过同样的材料文件')
  })
  await step('batch-holds-the-odd-one-out', phone, async () => {
    await phone.tap('一起通过相同的（2 件）')
    await phone.see('论文著作类 2 件')
    await phone.see('留下 2 件，请逐件看')
  })
  await step('batch-approved', phone, async () => {
    await phone.tap('通过这 2 件')
    await phone.see('通过了 2 件')
  })
  await step('queue-after-the-batch', phone, async () => {
    await phone.tap('回到待办')
    await phone.absent('果园覆草保墒试验')
    await phone.see('病虫害统防统治小结')
  })
  await step('evidence-first', phone, async () => {
    await phone.tap('果园土壤改良自学')
    await phone.see('证明材料 1 份')
    await phone.see('果园土壤改良自学')
    await phone.see('通过后计入')
  })
  await numberInFull(stage, phone)
  await step('approve-as-claimed', phone, async () => {
    await phone.tap('通过')
    await phone.see('通过，认定 16 学时')
  })
  await step('approved-and-passed-on', phone, async () => {
    await phone.tap('通过，认定 16 学时')
    await phone.see('已通过，报上一级')
    await phone.absent('果园土壤改良自学')
  })
  await step('odd-one-is-returned', phone, async () => {
    await phone.tap('病虫害统防统治小结')
    await phone.see('请留意')
    await phone.tap('退回')
    await phone.tap('证明材料')
    await phone.see('请补一张盖章、能看清的证明材料')
  })
  await step('all-done', phone, async () => {
    await phone.tap('退回，要补正 1 处')
    await phone.see('都办好了')
  })
  await step('what-i-decided', phone, async () => {
    await phone.tap('已办')
    await phone.see('等岱阴县农业农村局（演示）审核')
    await phone.see('等本人补正')
  })
  await step('delegate-while-away', phone, async () => {
    await phone.openPath('/packages/review/delegate/index')
    await phone.tap('闵子衿')
    await phone.see('到期自动结束')
    await phone.tap('两周')
  })
  await step('delegated', phone, async () => {
    await phone.tap('确定委托')
    await phone.see('正在代为审核')
  })
}

/** The number on the paper is held against the one on record: with a reason, and its owner is told. */
async function numberInFull({ step }: Stage, phone: Phone): Promise<void> {
  await step('id-number-needs-a-reason', phone, async () => {
    await phone.tap({ label: '查看颜承露的完整身份证号' })
    await phone.see('这次查看会写入日志')
    await phone.tap('核对申报材料上的身份证号')
  })
  await step('id-number-in-full', phone, async () => {
    await phone.tap({ role: 'button', name: '查看完整身份证号' })
    await phone.see(people.find(({ openid }) => openid === TRAINEE)?.idNumber ?? '')
    await phone.see('这次查看已写入日志，本人会收到消息')
  })
}

async function department(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await reviewerOf(stage, 'o-demo-shandong-department')
  await step('department-opens-it', phone, async () => {
    await phone.see('3 件等你审核')
    await phone.openPath(QUEUE)
    await phone.tap('果园土壤改良自学')
    await phone.see('季鲁宁：通过，16 学时')
  })
  await step('fewer-hours-need-a-reason', phone, async () => {
    await phone.tap('通过')
    await phone.type('认定学时', '12')
    await phone.type('减少的原因，本人会看到', REASON)
    await phone.see('通过，认定 12 学时')
  })
  await step('department-reduced', phone, async () => {
    await phone.tap('通过，认定 12 学时')
    await phone.absent('果园土壤改良自学')
  })
}

async function bureau(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await reviewerOf(stage, 'o-demo-shandong-bureau')
  await step('bureau-sees-what-was-said', phone, async () => {
    await phone.see('1 件等你审核')
    await phone.openPath(QUEUE)
    await phone.see('计 12 学时')
    await phone.tap('果园土壤改良自学')
    await phone.see(REASON)
  })
  await step('bureau-approves', phone, async () => {
    await phone.tap('通过')
    await phone.tap('通过，认定 12 学时')
    await phone.see('已通过并记入')
    await phone.see('都办好了')
  })
}

/** The person finds the reduced hours, and why. */
async function trainee(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await reviewerOf(stage, TRAINEE)
  await step('home-has-the-hours', phone, () => phone.see('还差 30 学时公需课、48 学时专业课'))
  await step('ledger-has-the-line', phone, async () => {
    await phone.openPath(LEDGER)
    await phone.see('果园土壤改良自学')
    await phone.see('12 学时')
  })
  await step('why-fewer', phone, async () => {
    await phone.tap('果园土壤改良自学')
    await phone.see(`减少的原因：${REASON}`)
    await phone.see('NY22-16')
  })
  for (let round = 0; round < 4; round += 1) await stage.world.cloud.clock.advanceMs(MINUTE_MS)
  await step('told-who-read-the-number', phone, async () => {
    await phone.openPath(INBOX)
    await phone.see('查看了你的完整身份证号')
    await phone.see('核对申报材料上的身份证号')
  })
}
