import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { liveThrough } from '../../scripts/seed/seed-people'
import { learnedElsewhere } from './learned-elsewhere'

const CITY_COURSE = 'sx22-fees'
const LAST_COURSE = '专业技术人员继续教育法规与学时管理'
const IN_2023 = Date.parse('2023-11-01T10:00:00+08:00')

export const title: Journey = {
  name: 'title',
  about: '职称学时自查和学习规划：陕西看级别，山东不作要求，宁夏看累计，青海选年度',
  run,
}

async function run(stage: Stage): Promise<void> {
  await inShaanxi(stage)
  await inShandong(stage)
  await inNingxia(stage)
  await inQinghai(stage)
}

const check = (phone: Phone): Promise<void> => phone.openPath('/packages/title/check/index')

async function choose(phone: Phone, what: '申报级别' | '申报年度', option: string): Promise<void> {
  await phone.tap(what)
  await phone.tap(option)
}

/** Hours of a city's base are there and do not serve a senior title (SX22-5): the plan finds a course that does. */
async function inShaanxi(stage: Stage): Promise<void> {
  const { step, world } = stage
  const { almost } = world.seed.personas
  await liveThrough(world, almost.openid, [CITY_COURSE])
  const phone = await stage.phone({ openid: almost.openid, scene: 1035 })
  await step('shaanxi-me', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.see('职称学时自查')
  })
  await step('shaanxi-senior', phone, async () => {
    await phone.tap('职称学时自查')
    await phone.see('陕西省 · 2022 年申报高级')
    await phone.see('2022 年还差 8 学时专业课')
  })
  await step('shaanxi-why', phone, async () => {
    await phone.tap('已有 公需课 24 学时')
    await phone.see('记了学时，但这次用不上的')
    await phone.see('参加市级基地继续教育培训学时可作为申报初、中级职称的申报条件')
  })
  await step('shaanxi-levels', phone, async () => {
    await check(phone)
    await phone.tap('申报级别')
    await phone.see('副高级和正高级')
  })
  await step('shaanxi-middle', phone, async () => {
    await phone.tap({ label: '中级' })
    await phone.see('可以申报')
  })
  await step('shaanxi-plan', phone, async () => {
    await choose(phone, '申报级别', '副高级和正高级')
    await phone.tap('看看怎么补')
    await phone.see('28.80 元')
    await phone.see('最省钱')
    await phone.see(LAST_COURSE)
  })
  await step('shaanxi-fastest', phone, async () => {
    await phone.tap({ label: '120' })
    await phone.tap('最快')
    await phone.see('4 个晚上')
  })
  await step('shaanxi-course', phone, async () => {
    await phone.tap('报名这门课')
    await phone.see('开始学习 第 1 讲')
  })
}

/** The city asks nothing of enterprise staff in 2022 (NY22-3); without that, hours of a year decide. */
async function inShandong(stage: Stage): Promise<void> {
  const { step, world } = stage
  const phone = await stage.phone({ openid: world.seed.elsewhere.shandong.trainee.openid, scene: 1035 })
  await step('shandong-short', phone, async () => {
    await check(phone)
    await phone.see('2022 年申报高级')
    await phone.see('要 1 个达标的年度，现在有 0 个')
  })
  // The register knows that the station is an institution, and the orchard an enterprise (NY22-3).
  const grower = await stage.phone({ openid: 'o-demo-shandong-grower', scene: 1035 })
  await inEnterprise(step, grower)
}

async function inEnterprise(step: Stage['step'], phone: Phone): Promise<void> {
  await step('shandong-question', phone, async () => {
    await check(phone)
    await phone.tap('企业专业技术人员（泰安市组建的职称评审委员会，2022年度）')
    await phone.see('由市里组建的职称评审委员会评审')
    await phone.see('通知怎样说')
  })
  await step('shandong-waived', phone, async () => {
    await phone.tap('有，算进去')
    await phone.see('通知对继续教育不作要求')
    await phone.see('含自述，须经审核')
  })
}

/** Sums over four years (NX22-4), a past exam for 40 public hours until the end of 2022 (NX22-10). */
async function inNingxia(stage: Stage): Promise<void> {
  const { step, world } = stage
  const { openid } = world.seed.elsewhere.ningxia.trainee
  await learnedElsewhere(world, openid, [
    [2018, 'public', 40],
    [2019, 'public', 40],
    [2019, 'professional', 120],
    [2021, 'professional', 120],
  ])
  const phone = await stage.phone({ openid, scene: 1035 })
  await step('ningxia-sums', phone, async () => {
    await check(phone)
    await choose(phone, '申报级别', '中级')
    await phone.see('宁夏回族自治区 · 2022 年申报中级')
    await phone.see('公需课还差 40 学时，总学时还差 40 学时')
    await phone.see('要 360 学时')
  })
  await step('ningxia-exam', phone, async () => {
    await phone.tap('职称外语考试合格')
    await phone.see('每项代替公需课 40 学时')
  })
  await step('ningxia-met', phone, async () => {
    await phone.tap('有，算进去')
    await phone.see('考试代替 40 学时')
    await phone.see('可以申报')
  })
  await step('ningxia-next-year', phone, async () => {
    await choose(phone, '申报年度', '2023 年')
    await phone.see('这项政策到2022年12月31日为止')
  })
  await step('ningxia-plan', phone, async () => {
    await phone.tap('看看怎么补')
    await phone.see('nxzj.chinahrt.com')
  })
  await step('ningxia-copied', phone, async () => {
    await phone.tap('复制网址')
    await phone.see('nxzj.chinahrt.com')
  })
}

/** Any four years since 2019 (QH23-17), gaps allowed; past years by their record, and public hours from one site alone. */
async function inQinghai(stage: Stage): Promise<void> {
  const { step, world } = stage
  const { openid } = world.seed.elsewhere.qinghai.trainee
  await world.cloud.clock.set(IN_2023)
  await learnedElsewhere(world, openid, [[2023, 'professional', 60]])
  const phone = await stage.phone({ openid, scene: 1035 })
  await step('qinghai-short', phone, async () => {
    await check(phone)
    await phone.see('青海省 · 2023 年申报高级')
    await phone.see('要 4 个达标的年度，现在有 0 个')
  })
  await step('qinghai-records', phone, async () => {
    await phone.tap('当年已经审验完成的年度')
    for (const year of [2019, 2020, 2022]) await phone.tap(`${year} 年`)
    await phone.see('通知只部署2023年')
  })
  await step('qinghai-three-years', phone, async () => {
    await phone.tap('有，算进去')
    await phone.see('要 4 个达标的年度，现在有 3 个，还差 1 个')
    await phone.see('用于这次申报')
  })
  await step('qinghai-plan', phone, async () => {
    await phone.tap('看看怎么补')
    await phone.see('青海干部网络学院')
    await phone.see('通过后才能用于申报')
  })
  await step('qinghai-village', phone, async () => {
    await check(phone)
    await phone.tap('驻村第一书记和工作队队员')
    await phone.see('先填一次现职称')
    await phone.tap('去填现职称')
    await phone.see('我的现职称')
  })
  await step('qinghai-title-held', phone, async () => {
    await phone.tap({ label: '有职称' })
    await phone.tap('系列')
    await phone.tap({ label: '农业技术' })
    await phone.type('职称名称', '农艺师')
    await phone.type('取得的年份', '2018')
    await phone.tap({ label: '中级' })
    await phone.tap('提交')
    await phone.see('等单位核对')
  })
  await step('qinghai-met', phone, async () => {
    await check(phone)
    await phone.see('单位还没有核对，先按它算')
    await phone.tap('驻村第一书记和工作队队员')
    await phone.tap({ label: '2021 年' })
    await phone.tap('有，算进去')
    await phone.see('可以申报')
    await phone.see('视同完成')
  })
}
