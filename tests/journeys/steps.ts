// The actions of people, in the words of the screens. A journey is made of these.
import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { courses, questionBank } from '../../demo'
import type { Phone } from '../../local/phone/driver'
import type { DemoPersona } from '../../scripts/seed'

/** The number of a question on the paper, and its key, found by its words on the screen. */
interface Known {
  options: readonly string[]
  right: readonly string[]
}

const KNOWN = new Map<string, Known>(
  questionBank.questions.map(({ stem, options, key }) => [
    stem,
    { options, right: key.map((place) => options[place] ?? '') },
  ]),
)

export async function register(phone: Phone, persona: DemoPersona): Promise<void> {
  await sayWho(phone, persona)
  // The unit came with the code: nothing to choose.
  await phone.see('核对一遍，就好了')
}

/** From the first question to the number of the phone. */
async function sayWho(phone: Phone, persona: DemoPersona): Promise<void> {
  await phone.tap('我已阅读并同意《个人信息处理说明》')
  await phone.tap('我单独同意处理我的身份证号，用来确认本人、记录学时')
  await phone.tap('同意，继续登记')
  await fillIdentity(phone, persona)
  await givePhone(phone, persona)
}

export async function fillIdentity(phone: Phone, { name, idNumber }: DemoPersona): Promise<void> {
  await phone.see('填写实名信息')
  await phone.type('姓名', name)
  await phone.type('身份证号', idNumber)
  await phone.tap('下一步')
}

export async function givePhone(phone: Phone, { mobile }: DemoPersona): Promise<void> {
  await phone.setPhoneNumber(mobile)
  await phone.see('留一个手机号')
  await phone.tap('用微信手机号')
  await phone.see('用户隐私保护提示')
  await phone.tap({ role: 'button', name: '同意' })
  await phone.tap('允许')
  await phone.see('已从微信取得')
  await phone.tap('下一步')
}

/** Everything before the unit is chosen. */
export async function untilUnit(phone: Phone, persona: DemoPersona): Promise<void> {
  await phone.tap('开始登记')
  await sayWho(phone, persona)
  await phone.see('选择你的单位')
}

export async function nameBody(
  phone: Phone,
  { name, kind, above }: { name: string; kind: string; above: string },
): Promise<void> {
  await phone.tap('单位还没有加入？登记单位')
  await phone.see('登记你的单位')
  await phone.type('单位名称', name)
  await phone.tap(kind)
  const searched = kind === '用人单位' ? '主管部门' : '人社部门'
  await phone.type(`搜${searched}的名称，至少两个字`, above)
  await phone.tap(above)
}

/** The registrar of a body goes on with their own registration. */
export async function finishRegistration(phone: Phone): Promise<void> {
  await phone.tap('继续登记本人')
  await phone.see('核对一遍，就好了')
  await phone.tap('提交登记')
  await phone.see('登记好了')
}

/** The body above finds it on top of the tree, and confirms it with its registrar. */
export async function verifyBody(phone: Phone, name: string): Promise<void> {
  await phone.tap({ label: `核准${name}` })
  await phone.see(`核准${name}？`)
  await phone.tap('核准')
  await phone.absent('等你核准，1 个')
  await phone.see(name)
  await phone.absent('已核准')
}

/** The lecture plays in the video element, at 1×, until something is asked. */
export const watchLecture = (phone: Phone): Promise<void> => phone.see('看到这里，答一个小问题')

/** Answers the challenge that stands on the screen. */
export async function answerChallenge(phone: Phone, lectureId: string): Promise<void> {
  const { options, key } = await challengeOn(phone, lectureId)
  await phone.tap(options[key] ?? '')
  await phone.tap('回答，继续观看')
}

export async function answerWrongly(phone: Phone, lectureId: string): Promise<void> {
  const { options, key } = await challengeOn(phone, lectureId)
  await phone.tap(options[key === 0 ? 1 : 0] ?? '')
  await phone.tap('回答，继续观看')
}

async function challengeOn(
  phone: Phone,
  lectureId: string,
): Promise<{ options: readonly string[]; key: number }> {
  const lecture = courses.flatMap(({ lectures }) => lectures).find(({ id }) => id === lectureId)
  const shown = await phone.text()
  const asked = lecture?.challenges.find(({ prompt }) => shown.includes(prompt))
  if (!asked) throw new Error(`no question of ${lectureId} is on the screen: ${shown}`)
  return asked
}

/** Answers every question of the paper right, page by page, but leaves out the last `leave`. */
export async function answerPaper(phone: Phone, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await phone.see(new RegExp(`答题卡\\s*${number}/`))
    await answerQuestion(phone)
    if (number < count) await phone.tap('下一题')
  }
}

export async function answerQuestion(phone: Phone): Promise<void> {
  const shown = await phone.text()
  const stem = [...KNOWN.keys()].find((candidate) => shown.includes(candidate))
  const known = stem ? KNOWN.get(stem) : undefined
  if (!known) throw new Error(`this question is not in the bank: ${shown}`)
  for (const right of known.right) {
    const letter = 'ABCD'[known.options.indexOf(right)] ?? ''
    await phone.tap({ label: `${letter}，${right}` })
  }
}

/** The content of the QR code on a screenshot, as any phone's camera would read it. */
export function readQr(file: string): string {
  const { data, width, height } = PNG.sync.read(readFileSync(file))
  const found = jsQR(new Uint8ClampedArray(data), width, height)
  if (!found) throw new Error(`no QR code can be read from ${file}`)
  return found.data
}

/** Opens a certificate's address in an ordinary browser page. */
export async function openCheckPage(page: Page, address: string): Promise<string> {
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForFunction(() => !document.body.innerText.includes('正在'))
  return page.evaluate(() => document.body.innerText)
}

/** The same certificate with one character of its payload changed. */
export function altered(address: string): string {
  const place = address.indexOf('#') + 30
  const other = address[place] === 'A' ? 'B' : 'A'
  return address.slice(0, place) + other + address.slice(place + 1)
}
