import { formatHours } from '@domain/kernel/hours'
import type { BehindPerson, FiguresView } from '@server/afterwards/stats/views'

/** Whole percent, rounded down: 99.9 % is not everybody. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 100) / whole)

const HUNDREDTHS = 100
const THOUSAND = 1000
const TEN_THOUSAND = 10_000

/** 12345 学时 do not fit over a column: 1.2 万. */
export function shortHours(hundredths: number): string {
  const hours = Math.round(hundredths / HUNDREDTHS)
  if (hours < THOUSAND * 10) return String(hours)
  return `${Math.round(hours / THOUSAND) / (TEN_THOUSAND / THOUSAND)}万`
}

/** The bodies furthest behind first; those with none behind, in the given order. */
export const byNeed = (below: readonly FiguresView[]): FiguresView[] =>
  [...below].sort(
    (a, b) => percentOf(a.complete, a.people) - percentOf(b.complete, b.people) || b.behind - a.behind,
  )

/** 还差公需 24、专业 48 学时；8 学时待核对. */
export function missingWords({ missingPublic, missingProfessional, pending }: BehindPerson): string {
  const parts = [
    missingPublic > 0 ? `公需 ${formatHours(missingPublic)}` : '',
    missingProfessional > 0 ? `专业 ${formatHours(missingProfessional)}` : '',
  ].filter((part) => part !== '')
  const waits = pending > 0 ? `；另有 ${formatHours(pending)} 学时待核对` : ''
  return `还差${parts.join('、')} 学时${waits}`
}
