import type { ExamRules } from '../policy/pack'
import { type Finding, unless } from './finding'

type BankCounts = Readonly<Record<'single' | 'multiple' | 'judge', number>>

const LABELS: Record<keyof BankCounts, string> = { single: '单选题', multiple: '多选题', judge: '判断题' }

/**
 * Checks that a course's bank is large enough for its paper: of each kind of question, as many times the
 * paper as the notice asks.
 * Worked example: 90, 30 and 29 under SX20-41 lack one true-false question, because 10 × 3 are asked.
 */
export const checkBank = (exam: ExamRules, counts: BankCounts): Finding[] =>
  (['single', 'multiple', 'judge'] as const).flatMap((kind) => {
    const needed = exam[kind].value * exam.bankMultiple.value
    return unless(counts[kind] >= needed, {
      check: kind,
      rule: exam[kind],
      text: `题库有${counts[kind]}道${LABELS[kind]}，不得少于${needed}道。`,
    })
  })
