import type { CaseView } from '@server/oversight/views'

export const caseText: Record<CaseView['state'], { text: string; tone: 'due' | 'refused' | 'quiet' }> = {
  open: { text: '待决定', tone: 'due' },
  recorded: { text: '记录期内', tone: 'refused' },
  dismissed: { text: '不予列入', tone: 'quiet' },
  lapsed: { text: '已到期失效', tone: 'quiet' },
}
