import { people } from '../../demo'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { seedingContext } from '../../scripts/seed/context'
import { workBatches } from '../../server/outside/work-batches'
import { line, newPartner } from '../harness/partner'
import { handIn } from './handed-in'
import { learnedElsewhere } from './learned-elsewhere'

const QUEUE = '/packages/review/queue/index'
const LEDGER = '/packages/hours/ledger/index?year=2023'
const KINDS = '/packages/claim/kinds/index'
const YEAR = '2023 年度学时审验'
const at = (text: string): number => Date.parse(`${text}+08:00`)

export const claimQinghai: Journey = {
  name: 'claim-qinghai',
  about:
    '年度审验：外部公需学时先记为待核验，按时提交、逐级审验后计入；迟交的照样受理；12 月 31 日 24 时关闭并写明谁没有办完',
  run,
}

const somebody = (id: string) => {
  const person = people.find((candidate) => candidate.id === id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}
const TRAINEE = somebody('qinghai-trainee')
const COLLEAGUE = somebody('qinghai-colleague')

async function run(stage: Stage): Promise<void> {
  await arrives(stage)
  const phone = await stage.phone({ openid: TRAINEE.openid, scene: 1035 })
  await waits(stage, phone)
  await onTime(stage, phone)
  await throughTheLevels(stage)
  await counts(stage, phone)
  await late(stage)
  await closed(stage)
}

/** The academy pushes the public hours of June; the unit's own training gave the professional ones. */
async function arrives({ world }: Stage): Promise<void> {
  await world.cloud.clock.set(at('2023-07-01T10:00:00'))
  const ctx = seedingContext(world.cloud, world.secrets)
  const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
  await academy.enlist(ctx.store, ctx.now)
  const rows = [TRAINEE, COLLEAGUE].map(({ name, idNumber }) => line({ name, idNumber }))
  const answer = await academy.push(world.cloud.origin, { month: '2023-06', sequence: 1, rows })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  await workBatches(seedingContext(world.cloud, world.secrets))
  for (const { openid } of [TRAINEE, COLLEAGUE])
    await learnedElsewhere(world, openid, [[2023, 'professional', 90]])
}

async function waits({ step }: Stage, phone: Phone): Promise<void> {
  await step('all-hours-wait', phone, async () => {
    await phone.see('学时已学满，提交 2023 年度学时申请')
    await phone.see('待核验 45 学时')
  })
  await step('outside-hours-are-pending', phone, async () => {
    await phone.openPath(LEDGER)
    await phone.see('推进青藏高原生态保护和可持续发展')
    await phone.see('待核验')
  })
  await step('why-pending', phone, async () => {
    await phone.tap('推进青藏高原生态保护和可持续发展')
    await phone.see('提交 2023 年度学时申请；逐级审验通过后自动计入')
    await phone.see('QH23-11')
  })
}

async function onTime({ step, world }: Stage, phone: Phone): Promise<void> {
  await world.cloud.clock.set(at('2023-12-05T09:00:00'))
  await step('home-leads-to-it', phone, async () => {
    await phone.relaunch({ page: '/pages/home/index' })
    await phone.tap('提交 2023 年度学时申请')
    await phone.see(YEAR)
  })
  await step('the-year-as-one', phone, async () => {
    await phone.tap(YEAR)
    await phone.tap('下一步，提交前看一遍')
    await phone.see('12 月 10 日前提交')
  })
  await step('handed-in', phone, async () => {
    await phone.tap('提交申报')
    await phone.see('等待雪河水文勘测队审核')
  })
}

async function throughTheLevels(stage: Stage): Promise<void> {
  for (const level of ['reviewer', 'department', 'bureau'] as const) {
    const phone = await stage.phone({ openid: somebody(`qinghai-${level}`).openid, scene: 1035, page: QUEUE })
    await stage.step(`${level}-opens-the-year`, phone, async () => {
      await phone.tap(TRAINEE.name)
      await phone.see('另有 90 待核验')
      await phone.tap('通过')
    })
    await stage.step(`${level}-passes-it`, phone, async () => {
      await phone.tap('确认通过')
      await phone.see('都办好了')
    })
  }
}

async function counts({ step }: Stage, phone: Phone): Promise<void> {
  await step('the-year-counts', phone, async () => {
    await phone.relaunch({ page: '/pages/home/index' })
    await phone.see('2023 年度的学时已经学满')
    await phone.see('领取 2023 年度证书')
  })
  await step('released-and-says-why', phone, async () => {
    await phone.openPath(LEDGER)
    await phone.tap('推进青藏高原生态保护和可持续发展')
    await phone.see('年度学时申请审验通过，由待核验转为已计入')
  })
}

/**
 * After 12-10 the claim is late and still accepted; after 12-20 the bureau sees which reviewers have not finished.
 */
async function late(stage: Stage): Promise<void> {
  const { step, world } = stage
  await world.cloud.clock.set(at('2023-12-12T09:00:00'))
  await handIn(world, COLLEAGUE.openid, {
    ...{ draftId: 'year-2023', kind: 'year', targetYear: 2023, fields: {} },
  })
  const unit = await stage.phone({ openid: somebody('qinghai-reviewer').openid, scene: 1035, page: QUEUE })
  await step('late-and-taken', unit, async () => {
    await unit.see('12 月 20 日前办完')
    await unit.tap(COLLEAGUE.name)
    await unit.tap('通过')
    await unit.tap('确认通过')
    await unit.see('都办好了')
  })
  await world.cloud.clock.set(at('2023-12-21T09:00:00'))
  const department = await stage.phone({
    ...{ openid: somebody('qinghai-department').openid, scene: 1035, page: QUEUE },
  })
  await step('overdue-at-the-department', department, () => department.see('已经逾期，1 件'))
  const bureau = await stage.phone({ openid: somebody('qinghai-bureau').openid, scene: 1035, page: QUEUE })
  await step('the-bureau-sees-who-is-late', bureau, async () => {
    await bureau.see('下级逾期未办 1 件')
    await bureau.see('雪河市水利局（演示）：白玛央金')
  })
}

/** 12-31 24:00: unfinished claims lapse and name who was late, and nothing is accepted any more. */
async function closed(stage: Stage): Promise<void> {
  const { step, world } = stage
  await world.cloud.clock.set(at('2024-01-01T00:00:00'))
  const department = await stage.phone({
    ...{ openid: somebody('qinghai-department').openid, scene: 1035, page: QUEUE },
  })
  await step('nothing-left-to-decide', department, () => department.see('都办好了'))
  const phone = await stage.phone({
    ...{ openid: COLLEAGUE.openid, scene: 1035, page: '/packages/claim/mine/index' },
  })
  await step('lapsed-names-who-was-late', phone, async () => {
    await phone.tap(YEAR)
    await phone.see('雪河市水利局（演示）没有按时审核')
  })
  await step('closed-for-the-year', phone, async () => {
    await phone.openPath(KINDS)
    await phone.tap('2023 年')
    await phone.see('2023 年的申报已经关闭')
  })
}
