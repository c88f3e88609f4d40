import type { PolicyPack } from '../../domain/policy/pack'
import type { RuleSource } from '../../domain/policy/value'
import type { HomeView } from './views'

/** The requirements of the year's notice, in its own words; each can be opened. */
export function noticesOf(pack: PolicyPack): HomeView['notices'] {
  const { requirement, claimable, windows, labels } = pack
  const notices: HomeView['notices'] = []
  const add = (title: string, value: RuleSource | undefined): void => {
    if (value && 'words' in value && value.clause && value.words)
      notices.push({ id: value.clause, title, text: value.words, clauseId: value.clause })
  }
  const { regionName } = labels
  if ('total' in requirement) add(`${pack.year} 年${regionName}要求多少${labels.hour}`, requirement.total)
  add(`${labels.public}能不能认证`, claimable)
  const past = windows.find(({ throughYear }) => throughYear.value < pack.year)
  add('以前年度补学到什么时候', past && (past.lastDay.state === 'silent' ? past.throughYear : past.lastDay))
  return notices
}
