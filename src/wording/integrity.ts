import type { CaseView } from '@server/oversight/views'
import type { TagProps } from '@/ui/Tag'

export const caseText: Record<CaseView['state'], { text: string; tone: NonNullable<TagProps['tone']> }> = {
  open: { text: '待决定', tone: 'due' },
  recorded: { text: '记录期内', tone: 'refused' },
  dismissed: { text: '不予列入', tone: 'quiet' },
  lapsed: { text: '已到期失效', tone: 'quiet' },
}
