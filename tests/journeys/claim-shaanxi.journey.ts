import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'

const TITLE = '岩土工程新规范培训'
const ORGANISER = '演示大学'
const CORRECTED = '演示大学土木工程学院'
const PHOTO = path.resolve('docs/pictures/home.png')

export const claimShaanxi: Journey = {
  name: 'claim-shaanxi',
  about: '陕西同等学时：申报、单位退回一次、补正后通过，学时里写明依据和审核人',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { almost, reviewer } = stage.world.seed.personas
  const phone = await stage.phone({ openid: almost.openid, scene: 1035 })
  await chooses(stage, phone)
  await fills(stage, phone)
  await attaches(stage, phone)
  await handsIn(stage, phone)
  const desk = await stage.phone({ openid: reviewer.openid, scene: 1035 })
  await returned(stage, desk)
  await corrects(stage, phone)
  await approved(stage, desk)
  await credited(stage, phone)
}

/** The exclusions stand above the kinds that can be claimed, so that no trainee types in vain. */
async function chooses({ step }: Stage, phone: Phone): Promise<void> {
  await step('me', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.see('申报学时')
  })
  await step('kinds', phone, async () => {
    await phone.tap('申报学时')
    await phone.see('不能申报：公需课')
    await phone.see('同等学时认证')
  })
  await step('why-not', phone, async () => {
    await phone.tap('先看看哪些不用填')
    await phone.see('公需课为必学科目，不能认证。')
  })
}

async function fills({ step }: Stage, phone: Phone): Promise<void> {
  await step('form', phone, async () => {
    await phone.tap({ label: '关闭' })
    await phone.tap('同等学时认证')
    await phone.see('证明材料')
  })
  await step('missing', phone, async () => {
    await phone.type('名称', TITLE)
    await phone.tap('下一步，提交前看一遍')
    await phone.see('还差一些材料')
    await phone.see('这一项还没有填')
  })
  await step('days', phone, async () => {
    await phone.type('举办单位', ORGANISER)
    await phone.pickDay('开始日期', '2022-07-04')
    await phone.pickDay('结束日期', '2022-07-06')
    await phone.type('学时', '24')
    await phone.see('2022 年 7 月 6 日')
    await phone.see('已保存')
  })
  await step('survives', phone, async () => {
    await phone.kill()
    await phone.relaunch({ page: '/packages/claim/kinds/index' })
    await phone.see('没写完的')
    await phone.tap(TITLE)
    await phone.see(ORGANISER)
  })
}

async function attaches({ step, folder }: Stage, phone: Phone): Promise<void> {
  const program = path.join(folder, 'program.bin')
  writeFileSync(program, 'MZ This program cannot be run in DOS mode')
  await step('not-a-document', phone, async () => {
    await phone.choose([{ name: '培训证书.pdf', path: program }])
    await phone.tap('从聊天选文档')
    await agree(phone)
    await phone.see('材料须是照片或文档')
  })
  await step('offline', phone, async () => {
    await phone.tap('不传这个')
    await phone.setOffline(true)
    await phone.choose([{ name: '培训证书.png', path: PHOTO }])
    await phone.tap('拍照或选照片')
    await phone.see('再传一次')
  })
  await step('attached', phone, async () => {
    await phone.setOffline(false)
    await phone.tap('再传一次')
    await phone.absent('再传一次')
    await phone.see(`${(readFileSync(PHOTO).length / 1_048_576).toFixed(1)} 兆`)
  })
}

/** The platform asks once whether a program may have photos and files. */
async function agree(phone: Phone): Promise<void> {
  if ((await phone.text()).includes('用户隐私保护提示')) await phone.tap({ role: 'button', name: '同意' })
}

async function handsIn({ step }: Stage, phone: Phone): Promise<void> {
  await step('preview', phone, async () => {
    await phone.tap('下一步，提交前看一遍')
    await phone.see('24 学时')
    await phone.see('专业课增加 24 学时')
    await phone.see('秦岭水利勘测设计院')
  })
  await step('submitted', phone, async () => {
    await phone.tap('提交申报')
    await phone.see('等待秦岭水利勘测设计院审核')
    await phone.see('提交申报')
  })
}

async function returned({ step }: Stage, desk: Phone): Promise<void> {
  await step('queue', desk, async () => {
    await desk.openPath('/packages/review/queue/index')
    await desk.see(TITLE)
  })
  await step('to-review', desk, async () => {
    await desk.tap(TITLE)
    await desk.see(ORGANISER)
  })
  await step('return', desk, async () => {
    await desk.tap('退回')
    await desk.tap(`举办单位：${ORGANISER}`)
    await desk.type('举办单位要怎样补正', '请写举办单位的全称')
    await desk.see('退回，要补正 1 处')
  })
  await step('queue-empty', desk, async () => {
    await desk.tap('退回，要补正 1 处')
    await desk.absent(TITLE)
  })
}

async function corrects({ step }: Stage, phone: Phone): Promise<void> {
  await step('home-returned', phone, async () => {
    await phone.openPath('/pages/home/index')
    await phone.see('退回补正')
  })
  await step('asks', phone, async () => {
    await phone.tap(TITLE)
    await phone.see('请写举办单位的全称')
  })
  await step('beside-its-field', phone, async () => {
    await phone.tap('去补正')
    await phone.see('请补正：请写举办单位的全称')
    await phone.type('举办单位', CORRECTED)
  })
  await step('again', phone, async () => {
    await phone.tap('下一步，提交前看一遍')
    await phone.see('谁来审核')
    await phone.tap('提交申报')
    await phone.see('补正时改了什么')
    await phone.see(CORRECTED)
  })
}

async function approved({ step }: Stage, desk: Phone): Promise<void> {
  await step('difference', desk, async () => {
    await desk.relaunch({ page: '/packages/review/queue/index' })
    await desk.tap(TITLE)
    await desk.see(CORRECTED)
  })
  await step('approve', desk, async () => {
    await desk.tap('通过')
    await desk.see('通过，认定 24 学时')
  })
  await step('approved', desk, async () => {
    await desk.tap('通过，认定 24 学时')
    await desk.absent(TITLE)
  })
}

async function credited({ step }: Stage, phone: Phone): Promise<void> {
  await step('credited', phone, async () => {
    await phone.openPath('/packages/claim/mine/index')
    await phone.see('已通过')
    await phone.tap(TITLE)
    await phone.see('记入 24 学时')
  })
  await step('why', phone, async () => {
    await phone.tap('看看记入的学时')
    await phone.see('这一笔是怎么来的')
    await phone.see('程守正')
    await phone.see('SX22-9')
  })
  await step('mine', phone, async () => {
    await phone.openPath('/packages/claim/mine/index')
    await phone.see('再申报一项')
  })
  await step('asks-before-it-is-gone', phone, async () => {
    await phone.tap('再申报一项')
    await phone.tap('同等学时认证')
    await phone.type('名称', '写错了的一项')
    await phone.see('已保存')
    await phone.tap('删除这份草稿')
    await phone.see('已经提交的申报不受影响')
  })
  await step('put-away', phone, async () => {
    await phone.tap({ role: 'button', name: '删除' })
    await phone.see('同等学时认证')
    await phone.absent('没写完的')
  })
}
