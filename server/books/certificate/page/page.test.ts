/** @jest-environment jsdom */
import { SCRIPT } from './script'

// The page as a browser runs it: its own script over its own markup, with the answers of a check played to it.
const MARKUP = `<div id="card"><h2 id="title">a</h2><p id="text">b</p><div id="seal">c</div>
<dl id="facts"></dl><p id="advice">d</p><button id="again"></button></div>`
const NUMBER = 'ABCD0123EFGH4567'
const CHECK = {
  state: 'valid',
  name: '王*明',
  year: 2022,
  regionName: '陕西省',
  hours: { public: 2400, professional: 5650, total: 8050 },
  issuedAt: Date.UTC(2022, 7, 15, 17),
  number: NUMBER,
  checkedAt: Date.UTC(2022, 7, 16, 1, 5),
}

interface Sent {
  method: string
  url: string
  body: string
  answer(text: string): void
  fail(): void
}
let sent: Sent[] = []

class PlayedRequest {
  onload = (): void => undefined
  onerror = (): void => undefined
  responseText = ''
  private target = { method: '', url: '' }
  open(method: string, url: string): void {
    this.target = { method, url }
  }
  setRequestHeader(): void {}
  send(body: string): void {
    const answer = (text: string): void => {
      this.responseText = text
      this.onload()
    }
    sent.push({ ...this.target, body, answer, fail: () => this.onerror() })
  }
}

function openWith(fragment: string): void {
  sent = []
  document.body.innerHTML = MARKUP
  window.location.hash = fragment
  Object.assign(window, { XMLHttpRequest: PlayedRequest })
  new Function(SCRIPT)()
}
const state = (): string | null => document.getElementById('card')?.getAttribute('data-state') ?? null
const text = (): string => document.body.textContent ?? ''
const rows = (): string[] => Array.from(document.querySelectorAll('.row'), (row) => row.textContent ?? '')

test('it sends what stands in the fragment, and shows the facts of a valid certificate', () => {
  openWith('abc123')
  expect(state()).toBe('waiting')
  expect(sent[0]).toMatchObject({ method: 'POST', url: './check', body: '{"payload":"ABC123"}' })
  sent[0]?.answer(JSON.stringify({ ok: true, check: CHECK }))
  expect(state()).toBe('valid')
  expect(rows()).toEqual([
    '姓名王*明',
    '年度2022 年度',
    '地区陕西省',
    '公需24 学时',
    '专业56.5 学时',
    '合计80.5 学时',
    '编号ABCD-0123-EFGH-4567',
    '发证日期2022 年 8 月 16 日',
    '核对时间2022 年 8 月 16 日 09:05',
  ])
  expect(text()).toContain('请与手中的证书逐项对照')
})

test.each([
  ['superseded', '已换发'],
  ['revoked', '已撤销'],
])('a %s one says so', (live, word) => {
  openWith('ABC')
  sent[0]?.answer(JSON.stringify({ ok: true, check: { ...CHECK, state: live } }))
  expect(state()).toBe(live)
  expect(document.getElementById('seal')?.textContent).toBe(word)
})

test.each([
  ['CERTIFICATE_SIGNATURE', 'altered', '这张证书不能采信'],
  ['CERTIFICATE_UNKNOWN', 'unknown', '没有找到这张证书'],
  ['CERTIFICATE_MALFORMED', 'malformed', '没有读出这张证书'],
  ['BUSY', 'offline', '暂时无法核对'],
])('%s is shown as %s', (code, shown, title) => {
  openWith('ABC')
  sent[0]?.answer(JSON.stringify({ ok: false, refusal: { code, details: {} } }))
  expect(state()).toBe(shown)
  expect(document.getElementById('title')?.textContent).toBe(title)
  expect(rows()).toEqual([])
})

test('without a network it shows what the code says as unchecked, and asks again on request', () => {
  openWith('0'.repeat(149))
  sent[0]?.fail()
  expect(state()).toBe('offline')
  expect(text()).toContain('还没有核对签名')
  expect(rows()[0]).toBe('年度0 年度')
  document.getElementById('again')?.click()
  expect(sent).toHaveLength(2)
  sent[1]?.answer('<html>a proxy’s error page</html>')
  expect(state()).toBe('offline')
})

test('markup in an answer stays text', () => {
  openWith('ABC')
  sent[0]?.answer(JSON.stringify({ ok: true, check: { ...CHECK, name: '<img src=x>' } }))
  expect(document.querySelector('img')).toBeNull()
  expect(rows()[0]).toBe('姓名<img src=x>')
})

test('nothing in the fragment: nothing is asked', () => {
  openWith('')
  expect(state()).toBe('malformed')
  expect(sent).toEqual([])
})
