import type { Journey, Stage } from '../../scripts/journey/run'

const SET_DATA_MOST_BYTES = 6144

export const entry: Journey = {
  name: 'entry',
  about: '三个入口各到该到的地方：12333 菜单、单位二维码、已登记的人扫码；过期的码说清怎么办',
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
  const late = await stage.phone({ openid: 'o-journey-late', scene: 1035 })
  await step('expired-code', late, async () => {
    await world.cloud.clock.advanceMs(401 * 86_400_000)
    await late.relaunch({ scene: 1047, query: { scene: unitToken } })
    await late.see('这个二维码已过期')
  })
}
