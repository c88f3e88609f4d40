/** @jest-environment jsdom */
import { createHash } from 'node:crypto'
import { toBase32 } from '../../../../domain/certificate/base32'
import { packFacts } from '../../../../domain/certificate/facts'
import { certificateNumber } from '../../../../domain/certificate/number'
import { SIGNATURE_BYTES } from '../../../../domain/certificate/payload'
import { hoursOf } from '../../../../domain/kernel/hours'
import type { Day } from '../../../../domain/kernel/instant'
import type { Region } from '../../../../domain/kernel/regions'
import { CONTENT_SECURITY_POLICY, checkPage } from './page'

// The page as a browser runs it: its own script over its own markup, with the answers of a check played to it.
const HOUR_WORDS = new Map<Region, string>([
  ['shaanxi', '学时'],
  ['qinghai', '"课时" & <更多>'],
])
const PAGE = checkPage(HOUR_WORDS)
const [, MARKUP = '', SCRIPT = ''] = /<body>(.*)<script>(.*)<\/script>/s.exec(PAGE) ?? []
const NUMBER = 'ABCD0123EFGH4567'
const CHECK = {
  state: 'valid',
  name: '王*明',
  year: 2022,
  regionName: '陕西省',
  hours: { public: 2400, professional: 5650, total: 8050 },
  hourWord: '课时',
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
    '公需24 课时',
    '专业56.5 课时',
    '合计80.5 课时',
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

test('a revoked one speaks of hours as its region does', () => {
  openWith('ABC')
  sent[0]?.answer(JSON.stringify({ ok: true, check: { ...CHECK, state: 'revoked' } }))
  expect(document.getElementById('text')?.textContent).toBe('它所依据的课时已按无效处理。')
})

test.each([
  ['CERTIFICATE_SIGNATURE', 'altered', '这张证书不能采信'],
  ['CERTIFICATE_UNKNOWN', 'unknown', '没有找到这张证书'],
  ['CERTIFICATE_MALFORMED', 'malformed', '没有读出这张证书'],
  ['BUSY', 'offline', '暂时无法核对'],
  ['TOO_OFTEN', 'busy', '请过一会儿再查'],
])('%s is shown as %s', (code, shown, title) => {
  openWith('ABC')
  sent[0]?.answer(JSON.stringify({ ok: false, refusal: { code, details: {} } }))
  expect(state()).toBe(shown)
  expect(document.getElementById('title')?.textContent).toBe(title)
  expect(rows()).toEqual([])
})

const payloadOf = (region: Region): string =>
  toBase32(
    Uint8Array.of(
      ...packFacts(
        {
          number: certificateNumber([10, 11, 12, 13, 0, 1, 2, 3, 14, 15, 16, 17, 4, 5, 6]),
          year: 2022,
          region,
          hours: { public: hoursOf(24), professional: hoursOf(56.5) },
          issuedOn: '2022-08-16' as Day,
          holderDigest: Uint8Array.from({ length: 8 }, () => 255),
        },
        7,
      ),
      ...new Uint8Array(SIGNATURE_BYTES),
    ),
  )

test('without a network it shows what the code says as unchecked, and asks again on request', () => {
  openWith(payloadOf('qinghai').toLowerCase())
  sent[0]?.fail()
  expect(state()).toBe('offline')
  expect(text()).toContain('还没有核对签名')
  expect(rows()).toEqual([
    '年度2022 年度',
    '公需24 "课时" & <更多>',
    '专业56.5 "课时" & <更多>',
    '编号ABCD-0123-EFGH-4563',
    '发证日期2022 年 8 月 16 日',
  ])
  document.getElementById('again')?.click()
  expect(sent).toHaveLength(2)
  sent[1]?.answer('<html>a proxy’s error page</html>')
  expect(state()).toBe('offline')
  expect(rows()[0]).toBe('年度2022 年度')
})

test.each([
  ['a word', 'HELLO'],
  ['of our length and of no format of ours', '0'.repeat(149)],
])('without a network, %s shows no facts', (_, payload) => {
  openWith(payload)
  sent[0]?.fail()
  expect(state()).toBe('offline')
  expect(rows()).toEqual([])
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

test('the policy admits this very script, whose syntax is old enough', () => {
  const digest = createHash('sha256').update(SCRIPT).digest('base64')
  expect(CONTENT_SECURITY_POLICY).toContain(`script-src 'sha256-${digest}'`)
  expect(SCRIPT).not.toMatch(/\?\?|\?\.[a-z]|\.at\(|fetch\(|async /)
})
