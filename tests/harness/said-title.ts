import type { HeldTitle } from '../../domain/title/held-title'
import type { PersonDocument, SaidTitleEntry } from '../../server/people/documents'

export const DOCTOR: HeldTitle = {
  series: '卫生技术',
  title: '主治医师',
  level: 'middle',
  obtainedYear: 2018,
}

/** A title that a person said, and that a reviewer has verified where `verdict` says so. */
export function saidTitle(
  held: SaidTitleEntry['held'],
  { at, verdict }: { at: PersonDocument['registeredAt']; verdict?: 'verified' | 'doubted' },
): SaidTitleEntry {
  const reason = verdict === 'doubted' ? '没有看到证书' : ''
  const by = { by: 'p-officer', byName: '王审核', orgName: '演示单位', reason, decisionId: 'd-title', at }
  return {
    ...{ id: 'title-1', held, saidAt: at, saidBy: 'p' },
    decided: verdict ? { verdict, ...by } : null,
  }
}
