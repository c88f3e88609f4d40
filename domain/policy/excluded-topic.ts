import type { Exclusion } from './pack'

/** Everything but letters and digits, so that “法宣 在线” and 《法宣在线》 are one. */
const BETWEEN = /[^\p{L}\p{N}]/gu

/**
 * The excluded topic that a title tells of, or null. A title need not repeat the notice's label.
 * Worked example under QH23-19: “某医院2023年新进人员岗前培训” is of 事业单位新进人员岗前培训, “执业药师考前培训冲刺班” of
 * 考前辅导; “岗位练兵” is of neither.
 */
export function excludedTopicOf(exclusions: readonly Exclusion[], title: string): string | null {
  const plain = title.normalize('NFKC').replace(BETWEEN, '').toLowerCase()
  const found = exclusions.find(
    ({ excluded, recognised }) =>
      excluded.value &&
      recognised.value.some(
        ({ all, none = [] }) =>
          all.every((word) => plain.includes(word)) && !none.some((word) => plain.includes(word)),
      ),
  )
  return found?.topic ?? null
}
