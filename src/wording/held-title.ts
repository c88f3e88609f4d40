import type { HeldLevel } from '@domain/policy/pack'
import type { HeldTitle } from '@domain/title/held-title'

export const HELD_LEVEL_NAMES: Readonly<Record<HeldLevel, string>> = {
  junior: '初级',
  middle: '中级',
  'deputy-senior': '副高级',
  'full-senior': '正高级',
}

/** "主治医师，中级，2018 年取得"; who holds none yet says so. */
export const heldText = (held: HeldTitle | null): string =>
  held === null ? '还没有职称' : `${held.title}，${HELD_LEVEL_NAMES[held.level]}，${held.obtainedYear} 年取得`
