import { people } from '../../demo'
import { idNumberOf } from '../../demo/content/id-number-of'
import type { Phone } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { seedingContext } from '../../scripts/seed/context'
import { workBatches } from '../../server/outside/work-batches'
import { line, newPartner } from '../harness/partner'

const TITLE_EXPORT = '/packages/committee/title-export/index'
const IN_JULY_2023 = Date.parse('2023-07-02T10:00:00+08:00')

export const outside: Journey = {
  name: 'outside',
  about:
    '外部学时：市平台送来的数据逐条对账，还没登记的人，推送单位的公钥，本人看到学时从哪里来；职称评审委员会只读查看',
  run,
}

async function run(stage: Stage): Promise<void> {
  await reconciling(stage)
  await trainee(stage)
  await committee(stage)
  await pushing(stage)
  await nationalBase(stage)
}

const somebody = (id: string) => {
  const person = people.find((candidate) => candidate.id === id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}

/** Staff of the bureau find the rows that a city platform sent in July: accepted, refused, waiting. */
async function reconciling(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await stage.phone({ openid: somebody('shandong-bureau').openid, scene: 1035 })
  await step('me', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.see('外部学时')
  })
  await step('batches', phone, async () => {
    await phone.tap('外部学时')
    await phone.see('2022 年 7 月')
    await phone.see('共 5 条：已记入 2，未匹配 1，未记入 2')
  })
  await step('batch', phone, async () => {
    await phone.tap('共 5 条')
    await phone.see('设施蔬菜病虫害绿色防控')
  })
  await step('refused-lines', phone, async () => {
    await phone.tap('未记入 2')
    await phone.see('还缺一个条件：考试合格')
    await phone.see('学时“八”读不出是多少')
  })
  await step('sheet', phone, async () => {
    await phone.tap('打开对账表')
    await phone.see('对账')
  })
  await step('unmatched', phone, async () => {
    await phone.openPath('/packages/outside/batches/index')
    await phone.tap('还没匹配的人')
    await phone.see('闵秋实')
    await phone.see('登记并核对后自动记入')
  })
  await step('keys', phone, async () => {
    await phone.tap('推送单位和公钥')
    await phone.see('通知认可的学习平台')
    await phone.see('1 把公钥在用')
  })
}

/** The trainee sees the origin of the hours in the ledger, and declares nothing again (NY22-16). */
async function trainee(stage: Stage): Promise<void> {
  const { step } = stage
  const phone = await stage.phone({ openid: somebody('shandong-reviewer').openid, scene: 1035 })
  await step('ledger', phone, async () => {
    await phone.openPath('/packages/hours/ledger/index')
    await phone.see('设施蔬菜病虫害绿色防控')
  })
  await step('why', phone, async () => {
    await phone.tap('设施蔬菜病虫害绿色防控')
    await phone.see('签名核对无误')
    await phone.see('考试合格登记相应继续教育学时')
  })
}

/** A title's review reads its own county, masked, by which notice each year was judged; in full with a reason (NY22-12). */
async function committee(stage: Stage): Promise<void> {
  const { step } = stage
  const { name, idNumber } = somebody('shandong-reviewer')
  const phone = await stage.phone({ openid: somebody('shandong-committee').openid, scene: 1035 })
  await step('committee-entry', phone, async () => {
    await phone.openPath('/pages/me/index')
    await phone.see('评审范围内人员各年度的学时，只能查看')
    await scrollTo(phone, '职称评审')
  })
  await step('committee-bodies', phone, async () => {
    await phone.tap('评审范围内人员各年度的学时，只能查看')
    await phone.tap('岱阴县农业农村局（演示）')
    await phone.see('岱阴县农业技术推广站')
  })
  await step('committee-reads', phone, async () => {
    await phone.tap('岱阴县农业技术推广站')
    await phone.see(name)
    await phone.absent(idNumber)
    await phone.see('政策版本')
  })
  await step('committee-reason', phone, async () => {
    await phone.tap('显示完整身份证号')
    await phone.see('每次查看都写入日志')
    await phone.tap('职称评审，核对申报人身份')
  })
  await step('committee-in-full', phone, async () => {
    await phone.tap('显示这一页的身份证号')
    await phone.see(idNumber)
    await phone.see('已写入日志')
  })
  await step('committee-sheet', phone, async () => {
    await phone.tap('打开表格')
    await phone.see('表格已打开')
  })
  await step('committee-an-enterprise', phone, async () => {
    await phone.openPath(TITLE_EXPORT)
    await phone.tap('岱阴县柳湾镇（演示）')
    await phone.tap('柳湾果业合作社')
    await phone.see('展青禾')
    await phone.see('还没达到')
  })
  await step('committee-narrow-large-type', phone, async () => {
    await phone.page.setViewportSize({ width: 320, height: 693 })
    await phone.setFontSize(20)
    await phone.openPath(TITLE_EXPORT)
    await phone.tap('岱阴县农业农村局（演示）')
    await phone.tap('岱阴县农业技术推广站')
    await phone.see(name)
  })
}

async function scrollTo(phone: Phone, words: string): Promise<void> {
  await phone.page.evaluate((text) => {
    for (const one of document.querySelectorAll('*'))
      if (one.childElementCount === 0 && one.textContent === text) one.scrollIntoView({ block: 'center' })
  }, words)
}

/** Qinghai: the bureau sets the academy's key on the phone; its batch of June comes two days late and is taken (QH23-22). */
async function pushing(stage: Stage): Promise<void> {
  const { step, world } = stage
  await world.cloud.clock.set(IN_JULY_2023)
  const academy = newPartner({ id: 'qh-cadre-academy', region: 'qinghai', name: '青海干部网络学院' })
  const phone = await stage.phone({ openid: somebody('qinghai-bureau').openid, scene: 1035 })
  await step('nothing-yet', phone, async () => {
    await phone.openPath('/packages/outside/batches/index')
    await phone.see('还没有收到数据')
  })
  await step('key-sheet', phone, async () => {
    await phone.tap('推送单位和公钥')
    await phone.tap('青海干部网络学院')
    await phone.type('登记新的公钥', academy.publicKeyHex)
    await phone.see('登记这把公钥')
  })
  await step('key-set', phone, async () => {
    await phone.tap('登记这把公钥')
    await phone.see('第 1 号')
  })
  await pushJune(stage, academy)
  await step('late', phone, async () => {
    await phone.openPath('/packages/outside/batches/index')
    await phone.see('迟报')
    await phone.see('共 25 条：已记入 1，未匹配 24')
  })
  await step('key-withdrawn', phone, async () => {
    await phone.tap('推送单位和公钥')
    await phone.tap('青海干部网络学院')
    await phone.tap({ label: '停用第 1 号公钥' })
    await phone.see('停用后，用它签名的数据不再接收')
    await withdraw(phone)
  })
}

async function withdraw(phone: Phone): Promise<void> {
  await phone.tap({ role: 'button', name: '停用' })
  await phone.see('2023 年 7 月 2 日停用')
}

async function pushJune({ world }: Stage, academy: ReturnType<typeof newPartner>): Promise<void> {
  const { name, idNumber } = somebody('qinghai-trainee')
  const stranger = { name: '白雁南', idNumber: idNumberOf('19900909', '717') }
  const many = Array.from({ length: 24 }, (_, index) =>
    line({ ...stranger, courseCode: `QH23-${index}`, courseTitle: `公需课第 ${index + 1} 讲`, hours: '1.5' }),
  )
  const answer = await academy.push(world.cloud.origin, {
    month: '2023-06',
    sequence: 1,
    rows: [line({ name, idNumber }), ...many],
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  await workBatches(seedingContext(world.cloud, world.secrets))
}

/** Of a base it is asked, where its key is set, whether it is a national one (QH23-6). */
async function nationalBase(stage: Stage): Promise<void> {
  const { step } = stage
  const name = '西秦大学继续教育基地'
  const base = newPartner({ id: 'base', region: 'shaanxi', name })
  const phone = await stage.phone({ openid: somebody('province-bureau').openid, scene: 1035 })
  await step('base-is-asked', phone, async () => {
    await phone.openPath('/packages/outside/keys/index')
    await phone.tap(name)
    await phone.type('登记新的公钥', base.publicKeyHex)
    await phone.tap('这是国家级继续教育基地')
  })
  await step('base-is-national', phone, async () => {
    await phone.tap('登记这把公钥')
    await phone.see('国家级，1 把公钥在用')
  })
}
