import { HELD_LEVEL_NAMES, type HeldTitle } from '@domain/title/held-title'

/** "主治医师，中级，2018 年取得"; who holds none yet says so. */
export const heldText = (held: HeldTitle | null): string =>
  held === null ? '还没有职称' : `${held.title}，${HELD_LEVEL_NAMES[held.level]}，${held.obtainedYear} 年取得`
