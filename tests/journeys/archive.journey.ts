import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { photographed } from './handed-in'

const TITLE = '设施蔬菜栽培学'
const NAME = '颜承露'

export const archive: Journey = {
  name: 'archive',
  about: '山东自学：单位先建学习档案、确定学时，本人才能申报；超过每年 40 学时的留存不计，用过的档案不能再改',
  run,
}

async function run(stage: Stage): Promise<void> {
  const learner = await stage.phone({ openid: 'o-demo-shandong-trainee', scene: 1035 })
  await nothingYet(stage, learner)
  const desk = await stage.phone({ openid: 'o-demo-shandong-reviewer', scene: 1035 })
  await writes(stage, desk)
  await attaches(stage, desk)
  await claims(stage, learner)
  await inUse(stage, desk)
}

/** The screen names the unit to ask, before the trainee has typed a word. */
async function nothingYet({ step }: Stage, phone: Phone): Promise<void> {
  await step('no-archive-yet', phone, async () => {
    await phone.openPath('/packages/claim/kinds/index')
    await phone.tap('自学类')
    await phone.see('单位还没有为你建学习档案')
    await phone.see('没有档案不予登记')
  })
}

async function writes({ step }: Stage, phone: Phone): Promise<void> {
  await step('entry-for-the-reviewer', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.see('学习档案')
  })
  await step('everybody-of-the-unit', phone, async () => {
    await phone.tap('学习档案')
    await phone.see('每年最多计 40 学时')
    await phone.see('还没有档案')
  })
  await step('nothing-written-yet', phone, async () => {
    await phone.tap(NAME)
    await phone.see('还没有记过')
  })
  await step('what-is-missing', phone, async () => {
    await phone.tap('记一条')
    await phone.see('是哪一种自学')
    await phone.tap('存进档案')
    await phone.see('请写学了什么')
  })
  await step('written', phone, async () => {
    await phone.tap('自学考试')
    await phone.type('学了什么', TITLE)
    await phone.pickDay('开始日期', '2022-03-01')
    await phone.pickDay('结束日期', '2022-05-20')
    await phone.type('怎样学的', '每周两晚自学教材，4 月通过自学考试')
    await phone.type('确定学时', '50')
    await phone.kill()
    await phone.relaunch({ page: '/packages/archive/people/index' })
    await phone.tap(NAME)
    await phone.tap('记一条')
    await phone.see('每周两晚自学教材')
    await phone.tap('存进档案')
    await phone.see('好了，回到他的档案')
  })
}

async function attaches(stage: Stage, phone: Phone): Promise<void> {
  const { step, browser, folder } = stage
  const photo = path.join(folder, 'result.png')
  const lines = [`姓名：${NAME}`, `课程：${TITLE}`, '成绩：合格', '（演示材料，不是真实证书）']
  writeFileSync(photo, await photographed(browser, '自学考试成绩单', lines))
  await step('sheet-attached', phone, async () => {
    await phone.choose([{ name: '成绩单.png', path: photo }])
    await phone.tap('拍照或选照片')
    if ((await phone.text()).includes('用户隐私保护提示')) await phone.tap({ role: 'button', name: '同意' })
    await phone.see('照片 1')
  })
  await step('over-the-cap-is-kept', phone, async () => {
    await phone.tap('好了，回到他的档案')
    await phone.see('超出上限 10 学时')
    await phone.see('还没有申报')
  })
}

async function claims({ step, world }: Stage, phone: Phone): Promise<void> {
  // The clock's door looks once a minute.
  for (let round = 0; round < 4; round += 1) await world.cloud.clock.advanceMs(60_000)
  await step('the-unit-has-written', phone, async () => {
    await phone.openPath('/packages/inbox/messages/index')
    await phone.see('单位为你记了一条学习档案')
  })
  await step('claim-begins-with-the-line', phone, async () => {
    await phone.openPath('/packages/claim/kinds/index')
    await phone.tap('自学类')
    await phone.tap(TITLE)
    await phone.see('档案里有材料 1 份')
    await phone.see('证明材料（可不传）')
  })
  await step('forty-of-fifty', phone, async () => {
    await phone.tap('下一步，提交前看一遍')
    await phone.see('50 学时')
    await phone.see('专业课增加 40 学时')
    await phone.see('10 学时超出')
  })
  await step('handed-in', phone, async () => {
    await phone.tap('提交申报')
    await phone.see('审核中')
    await phone.see('学习方式')
  })
}

async function inUse({ step }: Stage, phone: Phone): Promise<void> {
  await step('in-use-it-stays', phone, async () => {
    await phone.openPath('/packages/archive/people/index')
    await phone.tap(NAME)
    await phone.see('审核中')
    await phone.absent('撤回')
  })
  await step('the-unit-reviews-it', phone, async () => {
    await phone.openPath('/packages/review/queue/index')
    await phone.tap(TITLE)
    await phone.see('自学考试')
  })
}
