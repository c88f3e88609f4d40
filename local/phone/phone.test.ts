import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crawl } from './crawl'
import type { Phone } from './driver'
import { type PhoneFixture, startPhoneFixture } from './fixtures/phone-fixture'
import { gate } from './gate'

let fixture: PhoneFixture
let browser: PhoneFixture['browser']
let program: PhoneFixture['program']
let cloud: PhoneFixture['cloud']
let server: PhoneFixture['server']
let folder: string
let hold: PhoneFixture['hold']

beforeAll(async () => {
  fixture = await startPhoneFixture()
  ;({ browser, program, cloud, server, folder, hold } = fixture)
})
afterAll(() => fixture.stop())
afterEach(() => fixture.putDown())

/** The program's own notes, from `getApp().seen`. */
const seenBy = (phone: Phone) => phone.page.evaluate(() => window.phone.app().seen as string[])

describe('a page', () => {
  test('runs wxs, handlers in wxs, two-way binding, and a library component', async () => {
    const phone = await hold()
    await phone.see('room # of # Array')
    await phone.tap('按脚本')
    await phone.see('脚本说：从脚本来')
    await phone.tap({ role: 'button', name: '加一' })
    await phone.see('次数 1，事件 dataset id offsetLeft offsetTop')
    await phone.tap('第2项')
    await phone.see('选了2')
    await phone.type('你的姓名', '王小明')
    await phone.see('姓名 王小明')
    await phone.page.keyboard.press('Enter')
    await phone.see('你好王小明')
    await phone.absent('你好王小明')
    await phone.assertHealthy()
  })

  test('finds nothing of a browser in the logic layer', async () => {
    const phone = await hold()
    await phone.tap('到底了')
    await phone.see(Array.from({ length: 9 }, () => 'undefined').join())
  })

  test('lives through load, show, ready, hide and the bottom of the page', async () => {
    const phone = await hold({ scene: 1047, query: { scene: 'token7' } })
    await phone.see('room')
    await phone.tap('到底了')
    await phone.tap({ role: 'tab', name: '我的' })
    await phone.see('问一问')
    expect(await phone.stack()).toEqual(['pages/mine/mine'])
    expect(await seenBy(phone)).toEqual([
      'launch:1047:token7',
      'app-show',
      'home:load:token7',
      'home:show',
      'home:ready',
      'home:bottom',
      'home:hide',
      'mine:load',
    ])
  })

  test('opens a page of a subpackage, which hands its result back', async () => {
    const phone = await hold()
    await phone.tap('去详情')
    await phone.see('来自 home，标记 %E4%B8%AD')
    expect(await phone.stack()).toEqual(['pages/home/home', 'more/detail/detail'])
    await phone.tap('完成并返回')
    await phone.see('脚本说：详情完成')
    await phone.tap('去详情')
    await phone.tap({ label: '返回' })
    expect(await phone.stack()).toEqual(['pages/home/home'])
    await phone.assertHealthy()
  })

  test('follows the font size and the theme of the phone', async () => {
    const phone = await hold({ fontSize: 24 })
    const measure = () =>
      phone.page.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element)
        return {
          page: style('wx-page').fontSize,
          big: style('wx-view[style]').fontSize,
          ground: style('wx-page').backgroundColor,
          bar: style('.phone-navigation').backgroundColor,
        }
      })
    await phone.see('大字')
    const light = { ground: 'rgb(245, 246, 248)', bar: 'rgb(255, 255, 255)' }
    expect(await measure()).toEqual({ page: '24px', big: '48px', ...light })
    await phone.setFontSize(16)
    await phone.setTheme('dark')
    const dark = { ground: 'rgb(17, 17, 17)', bar: 'rgb(28, 28, 30)' }
    expect(await measure()).toEqual({ page: '16px', big: '32px', ...dark })
  })
})

describe('wx', () => {
  test('asks by dialog and by sheet', async () => {
    const phone = await hold({ page: '/pages/mine/mine' })
    await phone.tap('问一问')
    await phone.see('想好了再点')
    await phone.tap('确定')
    await phone.see('{"confirm":true}')
    await phone.tap('选一项')
    await phone.tap('乙')
    await phone.see('"tapIndex":1')
    await phone.tap('选一项')
    await phone.tap('取消')
    await phone.see('showActionSheet:fail cancel')
  })

  test('reads a code held by a test, or pasted by a person, or none', async () => {
    const phone = await hold({ page: '/pages/mine/mine' })
    await phone.scan('UNIT-1')
    await phone.tap('扫一扫')
    await phone.see('"result":"UNIT-1"')
    await phone.tap('扫一扫')
    await phone.type('粘贴二维码里的文字', 'UNIT-2')
    await phone.tap('识别')
    await phone.see('"result":"UNIT-2"')
    await phone.tap('扫一扫')
    await phone.see('把二维码放入框内')
    await phone.tap('取消')
    await phone.see('scanCode:fail cancel')
  })

  test('calls the cloud as this person, in the cloud’s time, and not without a network', async () => {
    const phone = await hold({ page: '/pages/mine/mine', openid: 'o-caller' })
    await phone.tap('问云端')
    await phone.see('{"said":"在吗","by":"o-caller"}')
    await phone.tap('今天')
    await phone.see('{"year":2022,"same":true}')
    await phone.setOffline(true)
    await phone.see('断网')
    await phone.tap('问云端')
    await phone.see(/"errCode":-1,"errMsg":"cloud.callFunction:fail .*INTERNET_DISCONNECTED/)
    await phone.setOffline(false)
    await phone.see('有网')
    const cloudCalls = (await phone.calls()).filter(({ name }) => name === 'cloud.callFunction')
    expect(cloudCalls).toHaveLength(2)
    expect(cloudCalls[0]?.data).toEqual({ name: 'echo', data: { word: '在吗' } })
    await phone.assertHealthy()
  })

  test('asks for privacy once, then for the phone number', async () => {
    const phone = await hold({ openid: 'o-private' })
    await phone.tap('用手机号')
    await phone.see('用户隐私保护提示')
    await phone.tap('拒绝')
    await phone.see('privacy permission is not authorized')
    await phone.tap('用手机号')
    await phone.tap('同意')
    await phone.tap('不允许')
    await phone.see('getPhoneNumber:fail user deny')
    await phone.setPhoneNumber('13900000000')
    await phone.tap('用手机号')
    await phone.tap('允许')
    await phone.see('号码凭证 code-for-13900000000')
  })

  test('keeps what was stored per person over a kill, within WeChat’s limits', async () => {
    const phone = await hold({ openid: 'o-keeper' })
    await phone.tap({ label: '加一' })
    await phone.see('次数 1')
    await phone.kill()
    await phone.relaunch({ page: '/pages/home/home' })
    await phone.see('次数 1')
    await phone.relaunch({ page: '/pages/mine/mine' })
    await phone.tap('装满')
    await phone.see('setStorageSync:fail entry size limit reached')
    const other = await phone.page.context().newPage()
    await other.goto(server.url({ openid: 'o-other', frame: true }))
    await other.waitForFunction(() => window.phone?.isReady)
    expect(await other.evaluate(() => window.phone.visibleText())).toContain('次数 0')
  })

  test('chooses a file and submits a form', async () => {
    const file = join(folder, 'note.txt')
    writeFileSync(file, '正文')
    const phone = await hold({ page: '/pages/mine/mine', openid: 'o-chooser' })
    await phone.choose([{ name: '说明.txt', path: file }])
    await phone.tap('选文件')
    await phone.tap('同意')
    await phone.see('{"name":"说明.txt","text":"正文"}')
    await phone.tap({ role: 'checkbox' })
    await phone.tap({ role: 'switch' })
    await phone.type('说明', '两行')
    await phone.tap('交表')
    await phone.see('{"ways":["a"],"on":true,"note":"两行"}')
  })

  test('goes to the background and returns', async () => {
    const phone = await hold()
    await phone.see('room')
    await phone.hide()
    await phone.show()
    expect((await seenBy(phone)).slice(-4)).toEqual(['home:hide', 'app-hide', 'app-show', 'home:show'])
  })

  test('complains by name about an API nobody knows', async () => {
    const phone = await hold()
    await phone.page.evaluate(() =>
      window.phone
        .app()
        .wx.flyToTheMoon?.({})
        ?.catch(() => undefined),
    )
    expect(await phone.problems()).toEqual(['wx.flyToTheMoon is not known to this phone'])
    await expect(phone.assertHealthy()).rejects.toThrow('flyToTheMoon')
  })

  test('reports what would not survive the way to the screen', async () => {
    const phone = await hold()
    await phone.page.evaluate(() =>
      window.phone.top().setData({ at: new Date(0), gone: undefined, n: Number.NaN }),
    )
    expect(await phone.problems()).toEqual([
      'setData of pages/home/home: "at" is a Date',
      'setData of pages/home/home: "gone" is undefined',
      'setData of pages/home/home: "n" is NaN',
    ])
  })
})

describe('a finger', () => {
  const SHEET = '/more/sheet/sheet'

  test('touches only what has come to rest', async () => {
    const phone = await hold({ page: SHEET })
    await phone.tap('升起')
    for (const year of [2019, 2020, 2022]) await phone.tap(`${year} 年`)
    await phone.see('选了： 2019 2020 2022；')
  })

  test('takes back a touch before which something else came to its place, and makes it again', async () => {
    const phone = await hold({ page: SHEET })
    await phone.tap('升起')
    const tap = phone.page.touchscreen.tap.bind(phone.page.touchscreen)
    let touches = 0
    phone.page.touchscreen.tap = async (x, y) => {
      touches += 1
      if (touches === 1) await phone.page.evaluate(() => window.phone.top().setData({ years: [2021, 2020] }))
      await tap(x, y)
    }
    await phone.tap('2020 年')
    await phone.see('选了： 2020；')
    expect(touches).toBe(2)
  })

  test('taps once, however long the program takes over it', async () => {
    const phone = await hold({ page: SHEET })
    await phone.tap('慢按')
    await phone.see('按了 1 次')
    await phone.tap('慢按')
    await phone.see('按了 2 次')
  })
})

describe('pictures', () => {
  test('plays a real lecture, tells where it is four times a second, and stops in the background', async () => {
    const src = encodeURIComponent(`${cloud.origin}/lecture.mp4`)
    const phone = await hold({ page: `/more/player/player?src=${src}` })
    await phone.tap('开始放')
    await phone.see('到 1 秒')
    await phone.tap('停一下')
    await phone.see('事件 play pause')
    const updates = Number(/报了 (\d+) 次/.exec(await phone.text())?.[1])
    expect(updates).toBeGreaterThanOrEqual(2)
    expect(updates).toBeLessThanOrEqual(8)
    await phone.tap('跳到两秒')
    await phone.see('play pause seeking seekcomplete')
    await phone.tap('开始放')
    await phone.hide()
    await phone.show()
    await phone.see('seekcomplete play pause')
    await phone.tap('开始放')
    await phone.see('pause play ended')
    await phone.see('到 4 秒')
    await phone.assertHealthy()
  })

  test('draws on a canvas and saves the picture', async () => {
    const phone = await hold({ page: '/more/drawing/drawing', openid: 'o-painter' })
    await phone.see('200×100')
    await phone.tap('存成图片')
    await phone.tap('同意')
    await phone.see('已保存')
    expect(await phone.savedPicture()).toMatch(/^data:image\/png;base64,/)
    const shot = join(folder, 'shot.png')
    await phone.shot(shot)
    await phone.assertHealthy()
  })
})

test('a desk commands the phone it embeds, and hears it', async () => {
  const page = await browser.newPage()
  await page.goto(server.origin)
  const address = server.url({ openid: 'o-desk', page: '/pages/mine/mine', frame: true })
  await page.evaluate((src) => {
    document.body.innerHTML = `<iframe id="phone-frame" style="width:390px;height:844px" src="${src}"></iframe>`
    Object.assign(window, { heard: [] })
    window.addEventListener('message', (event) =>
      (window as unknown as { heard: unknown[] }).heard.push(event.data),
    )
  }, address)
  const heard = (type: string) =>
    page.waitForFunction(
      (wanted) =>
        (window as unknown as { heard: { type: string }[] }).heard.some((said) => said.type === wanted),
      type,
    )
  const command = (message: unknown) =>
    page.evaluate((said) => document.querySelector('iframe')?.contentWindow?.postMessage(said, '*'), message)
  await heard('ready')
  const frame = page.frameLocator('iframe')
  // The mouse of a person at the desk is a finger on the phone.
  await frame.getByText('扫一扫').click()
  await heard('scan-requested')
  await command({ type: 'scan', content: 'FROM-DESK' })
  await frame.getByText('FROM-DESK').waitFor()
  await command({ type: 'offline', off: true })
  await frame.getByText('断网').waitFor()
  await command({ type: 'launch', page: '/pages/home/home', openid: 'o-desk-2' })
  await frame.getByText('次数 0').waitFor()
  await page.close()
})

test('a person’s own browser shows the phone in a frame of its own size', async () => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await page.goto(server.url({ openid: 'o-person', scale: 0.5 }))
  await page.frameLocator('iframe').getByText('次数 0').waitFor()
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 195, height: 422 })
  await page.close()
})

test('every page opens without a problem, and WeChat’s own compilers accept every file', async () => {
  const seen = await crawl({ server, openid: 'o-crawler', browser, settleMs: 200 })
  expect(seen.map(({ page }) => page)).toEqual(server.pages)
  expect(seen.flatMap(({ problems }) => problems)).toEqual([])
  expect(gate(program.dist).errors).toEqual([])
})
