import type { PolicyPack } from '../../domain/policy/pack'
import type { HomeView } from './views'

/** What the year's notice asks, in its own words; each can be opened. */
export function noticesOf(pack: PolicyPack): HomeView['notices'] {
  const { requirement, claimable, makeUp, labels } = pack
  const notices: HomeView['notices'] = []
  const add = (title: string, value: { clause?: string; words?: string }): void => {
    if (value.clause && value.words)
      notices.push({ id: value.clause, title, text: value.words, clauseId: value.clause })
  }
  add(`${pack.year} 年${labels.regionName}要求多少${labels.hour}`, requirement.total)
  add(`${labels.public}能不能认证`, claimable)
  add('以前年度补学到什么时候', makeUp.lastDay)
  return notices
}
