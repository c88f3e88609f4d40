import { setTimeout as wait } from 'node:timers/promises'
import { type Phone, until } from '../../local/phone/driver'
import type { Journey, Stage } from '../../scripts/journey/journey'
import { answerChallenge, answerWrongly } from './steps'

const LECTURE = 'sx22-law-1'
const PLAYER = '/packages/study/player/index?courseId=sx22-law&lectureId=sx22-law-1'
const ON_ANOTHER_PHONE = '另一台手机接着播放了'

export const losses: Journey = {
  name: 'losses',
  about: '断网、被系统关掉、换手机、拖到最后、答错：播过的一秒不丢，没播的一秒不给',
  run,
}

async function run(stage: Stage): Promise<void> {
  const { openid } = stage.world.seed.personas.almost
  const phone = await stage.phone({ openid, scene: 1035 })
  await loseNetworkAndApp(stage, phone)
  await seekToTheEnd(stage, phone)
  await changePhones(stage, phone, openid)
}

/** Seconds that the screen says were really played: verified and waiting. */
async function playedSeconds(phone: Phone): Promise<number> {
  const words = await phone.text()
  const secondsOf = (label: string): number => {
    const [, minutes = '0', seconds = '0'] =
      new RegExp(`${label}\\s*(?:(\\d+)\\s*分)?\\s*(?:(\\d+)\\s*秒)?`).exec(words) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }
  return secondsOf('已核验') + secondsOf('待核验')
}

async function expectPlayed(phone: Phone, least: number): Promise<void> {
  if (await until(async () => (await playedSeconds(phone)) >= least)) return
  throw new Error(`${least} seconds were not played. The screen says:\n${await phone.text()}`)
}

const videoTime = (phone: Phone): Promise<number> =>
  phone.page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)

async function loseNetworkAndApp({ step }: Stage, phone: Phone): Promise<void> {
  let beforeKill = 0
  await step('plays', phone, async () => {
    await phone.openPath(PLAYER)
    await expectPlayed(phone, 4)
  })
  await step('network-lost', phone, async () => {
    await phone.setOffline(true)
    await phone.see('没有网络。已缓冲的部分可以接着看')
    const at = await playedSeconds(phone)
    await expectPlayed(phone, at + 4)
  })
  await step('paused-makes-no-call', phone, async () => {
    const before = await reportsOf(phone)
    await phone.setOffline(false)
    await phone.tap('暂停')
    await until(async () => (await reportsOf(phone)) > before)
    const reports = await reportsOf(phone)
    await wait(4000)
    if ((await reportsOf(phone)) !== reports) throw new Error('a paused player reports')
    await phone.setOffline(true)
    await phone.tap('播放')
    const at = await playedSeconds(phone)
    await expectPlayed(phone, at + 3)
    beforeKill = await playedSeconds(phone)
  })
  await step('killed-and-back', phone, async () => {
    await phone.kill()
    await phone.setOffline(false)
    await phone.relaunch({ page: PLAYER })
    // The second that was playing at that instant had not been played whole.
    await expectPlayed(phone, beforeKill - 1)
  })
}

async function reportsOf(phone: Phone): Promise<number> {
  const calls = await phone.calls()
  return calls.filter(({ data }) => JSON.stringify(data ?? '').includes('"study.report"')).length
}

async function seekToTheEnd({ step }: Stage, phone: Phone): Promise<void> {
  await step('seek-to-the-end-gives-nothing', phone, async () => {
    const kept = await playedSeconds(phone)
    await expectPlayed(phone, kept + 2)
    const at = await videoTime(phone)
    if (at < kept - 2) throw new Error(`it went on at ${at} s, after ${kept} s had been played`)
    const before = await playedSeconds(phone)
    await phone.page.evaluate(() => {
      const video = document.querySelector('video')
      if (video) video.currentTime = 35.5
    })
    const began = Date.now()
    await wait(2500)
    const after = await playedSeconds(phone)
    // The film that plays on after the jump takes as long as it lasts.
    const longest = Math.ceil((Date.now() - began) / 1000) + 2
    if (after > before + longest)
      throw new Error(`${before} s were played, and after a jump to the end ${after} s are shown`)
  })
}

async function changePhones(stage: Stage, phone: Phone, openid: string): Promise<void> {
  const { step } = stage
  const second = await stage.phone({ openid, scene: 1035 })
  await step('another-phone-asks', second, async () => {
    await second.openPath(PLAYER)
    await second.see('在这里继续')
  })
  await step('another-phone-goes-on', second, async () => {
    await second.tap({ role: 'button', name: '在这里继续' })
    await second.see('暂停')
  })
  await step('first-phone-is-told', phone, () => phone.see(ON_ANOTHER_PHONE))
  await step('wrong-answer-puts-aside', second, async () => {
    await second.see('看到这里，答一个小问题')
    await answerWrongly(second, LECTURE)
    await second.see(/再看|重看/)
  })
  await step('watched-again-and-done', second, async () => {
    await second.tap('再看没有计入的部分')
    await second.see('看到这里，答一个小问题')
    await answerChallenge(second, LECTURE)
    await second.see('都看完了，参加考试')
  })
}
