import { unverifiedFacts } from '../../../../../domain/certificate/facts'
import { formatCertificateNumber } from '../../../../../domain/certificate/number'
import { partsOfPayload } from '../../../../../domain/certificate/payload'
import { formatHours, type Hours } from '../../../../../domain/kernel/hours'
import { type Day, dayOf, instant, timeOfDay } from '../../../../../domain/kernel/instant'
import type { CheckView } from '../../views'

export type Row = readonly [name: string, value: string]

const hoursText = (hours: Hours, word: string): string => `${formatHours(hours)} ${word}`

/** With the spaces of the certificate in hand, so that both read the same: "2022 年 8 月 16 日". */
function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

/** The platform's answer, to compare with the certificate in hand. */
export function checkedRows(check: CheckView): Row[] {
  const checkedAt = instant(check.checkedAt)
  return [
    ['姓名', check.name],
    ['年度', `${check.year} 年度`],
    ['地区', check.regionName],
    ['公需', hoursText(check.hours.public, check.hourWord)],
    ['专业', hoursText(check.hours.professional, check.hourWord)],
    ['合计', hoursText(check.hours.total, check.hourWord)],
    ['编号', formatCertificateNumber(check.number)],
    ['发证日期', dayText(dayOf(instant(check.issuedAt)))],
    ['核对时间', `${dayText(dayOf(checkedAt))} ${timeOfDay(checkedAt)}`],
  ]
}

/** The facts of the code itself, its signature unchecked; nothing where it is no payload of ours. */
export function uncheckedRows(payload: string, hourWords: Readonly<Record<string, string>>): Row[] {
  const parts = partsOfPayload(payload)
  const facts = parts && unverifiedFacts(parts.facts)
  if (!facts) return []
  const word = hourWords[facts.region] ?? ''
  return [
    ['年度', `${facts.year} 年度`],
    ['公需', hoursText(facts.hours.public, word)],
    ['专业', hoursText(facts.hours.professional, word)],
    ['编号', formatCertificateNumber(facts.number)],
    ['发证日期', dayText(facts.issuedOn)],
  ]
}
