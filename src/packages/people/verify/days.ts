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

/** The roster's answer, and its tone. */
export const rosterWords: Record<PersonToVerify['roster'], { text: string; tone: 'done' | 'due' | 'quiet' }> =
  {
    'on-roster': { text: '名册相符', tone: 'done' },
    'name-differs': { text: '号码在名册，姓名不同', tone: 'due' },
    'not-on-roster': { text: '不在名册', tone: 'quiet' },
  }
