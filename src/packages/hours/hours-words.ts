import { addHours, missingHours } from '@domain/kernel/hours'
import type { AccountView, EntryState } from '@server/books/hours/views'
import type { TagProps } from '@/ui/Tag'
import { hoursText } from '@/wording/labels'

export const stateText: Record<EntryState, string> = {
  counted: '已计入',
  pending: '待核验',
  'over-cap': '超出上限',
  void: '不计入',
}

export const stateTone: Record<EntryState, NonNullable<TagProps['tone']>> = {
  counted: 'done',
  pending: 'due',
  'over-cap': 'quiet',
  void: 'refused',
}

/** The year's standing in a sentence: the missing or the reached hours. Pending hours never count as reached. */
export function standing({ complete, rings, year }: AccountView): string {
  if (complete) return `${year} 年度已学满`
  if (rings.every(({ required }) => required === null)) return `${year} 年度不单独设要求，按近几年合计审验`
  const parts = rings.map(({ name, required, counted, pending }) => {
    if (required === null) return ''
    const missing = missingHours(required, addHours(counted, pending))
    return missing > 0 ? `${hoursText(missing)}${name}` : ''
  })
  const lacking = parts.filter((part) => part !== '')
  return lacking.length === 0 ? '学时已学够，等待核验' : `还差 ${lacking.join('、')}`
}
