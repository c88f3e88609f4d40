import type { PersonToVerify } from '@server/membership/person-to-verify'
import { dateText } from '@/wording/moment'

export interface DayGroup {
  day: string
  people: PersonToVerify[]
}

/** In the order given, grouped by the day of the claim. */
export function byDay(people: readonly PersonToVerify[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const person of people) {
    const day = dateText(person.claimedAt)
    const last = groups.at(-1)
    if (last?.day === day) last.people.push(person)
    else groups.push({ day, people: [person] })
  }
  return groups
}

/** The roster's answer, and its tone: a line of that name is a match only with the mobile number that it has. */
export function rosterWords({ roster, rosterMobile }: Pick<PersonToVerify, 'roster' | 'rosterMobile'>): {
  text: string
  tone: 'done' | 'due' | 'quiet'
} {
  if (roster === 'not-on-roster') return { text: '不在名册', tone: 'quiet' }
  if (roster === 'name-near') return { text: '姓名和名册只差一点', tone: 'due' }
  if (roster === 'name-differs') return { text: '号码在名册，姓名不同', tone: 'due' }
  if (rosterMobile === 'differs') return { text: '名册上手机号不同', tone: 'due' }
  return rosterMobile === 'same'
    ? { text: '名册相符', tone: 'done' }
    : { text: '在名册，没有手机号', tone: 'quiet' }
}

/** What a reviewer should know before they decide: how the person came, and who they said they were before. */
export function doubtsOf(person: PersonToVerify): string[] {
  const { byCode, learnedAs, roster, rosterMobile } = person
  return [
    ...nameDoubts(person),
    roster === 'on-roster' && rosterMobile === 'differs'
      ? '名册上有这个人，但手机号不是他登记的这个，请当面或打名册上的电话核对'
      : '',
    byCode ? '' : '没有扫单位的登记码，是自己搜到单位的',
    learnedAs
      ? `学过课以后改过登记：原来是${learnedAs.name}（${learnedAs.idNumberMasked}）。确认是同一个人写错了再通过`
      : '',
  ].filter((text) => text !== '')
}

/** What of the name is compared with the card before anything else. */
function nameDoubts({ roster, rosterName, isShortName }: PersonToVerify): string[] {
  const asWritten = roster === 'on-roster' ? '写法不同，是同一个姓名' : '请对照身份证'
  return [
    rosterName === '' ? '' : `名册上写的是“${rosterName}”，${asWritten}`,
    isShortName ? '姓名只有一个字，名册不会自动核对，请对照身份证' : '',
  ]
}
