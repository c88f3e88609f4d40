import { HELD_LEVEL_NAMES, presentTitle } from '../../domain/title/held-title'
import type { PersonDocument, SaidTitleEntry } from './documents'
import type { TitleLine, TitlesView } from './views'

export const saidTitles = ({ titles = [] }: Pick<PersonDocument, 'titles'>): readonly SaidTitleEntry[] =>
  titles

/** The title that the rules use (domain/title/held-title.ts), and whether the unit has verified it. */
export const presentOf = (person: Pick<PersonDocument, 'titles'>): SaidTitleEntry | null =>
  presentTitle(saidTitles(person))

/** In words, for log and message: 主治医师（卫生技术系列，中级，2018 年取得）. */
export function titleText(held: SaidTitleEntry['held']): string {
  if (held === null) return '还没有职称'
  return `${held.title}（${held.series}系列，${HELD_LEVEL_NAMES[held.level]}，${held.obtainedYear} 年取得）`
}

/** One's own titles, the latest first; whoever decided is told by the body, not by name. */
export function titlesView(person: PersonDocument): TitlesView {
  const last = saidTitles(person).at(-1)
  return {
    presentId: presentOf(person)?.id ?? null,
    unitName: person.unitName,
    lines: [...saidTitles(person)].reverse().map((entry) => lineOf(entry, last)),
  }
}

export const lineOf = (
  { id, held, saidAt, decided }: SaidTitleEntry,
  last: SaidTitleEntry | undefined,
): TitleLine => ({
  titleId: id,
  held,
  saidAt,
  // One that was said before another, and was never looked at, waits for nobody.
  state: decided?.verdict ?? (last?.id === id ? 'waiting' : 'replaced'),
  orgName: decided?.orgName ?? '',
  reason: decided?.reason ?? '',
  decidedAt: decided?.at ?? null,
})
