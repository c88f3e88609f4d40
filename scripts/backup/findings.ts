/** One line of the table: what was checked, and what was found. */
export interface Finding {
  check: string
  state: 'whole' | 'faulty' | 'remark' | 'not-checked'
  /** What was looked at, or why it was not. */
  said: string
  faults: readonly string[]
  /** Of all faults, those that are not told with them. */
  more: number
}

/** As many faults of a kind as are told. */
const TOLD = 10

/** Faults of one check: the first are told, the others counted. */
export class Faults {
  private readonly told: string[] = []
  private more = 0

  add(fault: string): void {
    if (this.told.length < TOLD) this.told.push(fault)
    else this.more += 1
  }

  found(check: string, said: string): Finding {
    const state = this.told.length > 0 ? 'faulty' : 'whole'
    return { check, state, said, faults: this.told, more: this.more }
  }
}

export const remark = (check: string, said: string): Finding => ({
  check,
  state: 'remark',
  said,
  faults: [],
  more: 0,
})

export const notChecked = (check: string, said: string): Finding => ({
  ...remark(check, said),
  state: 'not-checked',
})

const WORDS = { whole: '完好', faulty: '有错', remark: '注意', 'not-checked': '未查' } as const

/** The table that an operator reads, and below it each fault. */
export function tableOf(findings: readonly Finding[]): string {
  const wide = Math.max(...findings.map(({ check }) => widthOf(check)))
  const lines = findings.map(
    ({ check, state, said }) => `${check}${' '.repeat(wide - widthOf(check))}  ${WORDS[state]}  ${said}`,
  )
  const faults = findings.flatMap(({ check, faults: told, more }) => [
    ...told.map((fault) => `✗ ${check}：${fault}`),
    ...(more > 0 ? [`✗ ${check}：另有 ${more} 处`] : []),
  ])
  return [...lines, ...(faults.length > 0 ? ['', ...faults] : [])].join('\n')
}

/** A Chinese character is as wide as two letters. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > 'ÿ' ? 2 : 1), 0)
