import type { AttemptState } from '../../../domain/exam/attempt'
import type { KeyedQuestion } from '../../../domain/exam/grading/question'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'

/** `_id` is the bank's id. One document: a bank of 160 questions is some 60 KB, and a draw reads it once. */
export interface QuestionBankDocument extends Stored {
  questions: KeyedQuestion[]
}

/** `_id` is `personId:courseId:n`. An attempt is its steps: the answers, and when they arrived. */
export interface AttemptDocument extends Stored {
  personId: string
  courseId: string
  courseTitle: string
  number: number
  attempt: AttemptState
  /** The drawn questions with their keys, frozen: a bank that changes later regrades no attempt. */
  paper: KeyedQuestion[]
  /** Entry that passing posted; null otherwise. */
  entryId: string | null
  creditState: 'counted' | 'pending' | null
  yearComplete: boolean
}

export const questionBanks = collection<QuestionBankDocument>()({ indexes: {}, personal: 'none' })

export const attempts = collection<AttemptDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [{ prefix: (who) => `${who.personId}:` }],
    exported: {
      heading: '考试',
      only: ['courseId', 'courseTitle', 'number', 'attempt', 'entryId', 'creditState', 'yearComplete'],
    },
    onErasure: { kept: '学时台账：单位和人社部门对学时负责，只写随机编号' },
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'question-banks': typeof questionBanks
    attempts: typeof attempts
  }
}
