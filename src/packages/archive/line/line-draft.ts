import { formatHours, hoursOf } from '@domain/kernel/hours'
import type { ArchiveLineView, ArchiveTerms } from '@server/claims/archive/views'
import type { GivenLine } from '../use-archive'

/** One line as it is typed. */
export type TypedLine = Record<'kind' | 'way' | 'title' | 'from' | 'to' | 'how' | 'hours', string>

export const typedOf = (line: ArchiveLineView | null, { kinds }: ArchiveTerms): TypedLine =>
  line === null
    ? { kind: kinds[0]?.id ?? '', way: '', title: '', from: '', to: '', how: '', hours: '' }
    : {
        kind: line.kind,
        way: line.way,
        title: line.title,
        from: line.from,
        to: line.to,
        how: line.how,
        hours: formatHours(line.hours),
      }

const ASKS: Record<keyof TypedLine, string> = {
  kind: '请选一类',
  way: '请选是哪一种',
  title: '请写学了什么',
  from: '请选开始的日期',
  to: '请选结束的日期',
  how: '请写怎样学的',
  hours: '请写单位确定的学时',
}

/** The missing or invalid fields; and the line once there are none. */
export function readLine(typed: TypedLine): { errors: Record<string, string>; line: GivenLine | null } {
  const names = Object.keys(ASKS) as (keyof TypedLine)[]
  const empty = names.filter((name) => typed[name].trim() === '')
  const errors: Record<string, string> = Object.fromEntries(empty.map((name) => [name, ASKS[name]]))
  const hours = typed.hours.trim()
  const isHours = /^\d{1,3}(\.\d{1,2})?$/.test(hours) && Number(hours) > 0
  if (hours !== '' && !isHours) errors.hours = '写大于 0 的数，最多两位小数'
  if (typed.from !== '' && typed.to !== '' && typed.to < typed.from) errors.to = '结束日期不能早于开始日期'
  if (Object.keys(errors).length > 0) return { errors, line: null }
  const text = Object.fromEntries(names.map((name) => [name, typed[name].trim()])) as TypedLine
  return { errors, line: { ...text, hours: hoursOf(Number(hours)) } }
}
