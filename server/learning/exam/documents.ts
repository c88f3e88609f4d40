import type { AttemptState } from '../../../domain/exam/attempt'
import type { KeyedQuestion } from '../../../domain/exam/grading/question'
import type { Sealed } from '../../kernel/ports/sealing'
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

/**
 * Sittings with one bank under one ID number, whatever account they were in. `_id` is `idNumberHash:bankId`. It outlasts
 * the account: leaving and coming back gives no attempts back.
 */
export interface ExamTriesDocument extends Stored {
  idNumberHash: string
  /** Opened by the exchange of index keys alone; absent in one that was kept before there was such an exchange. */
  idNumber?: Sealed
  /** The person in whose document the number was sealed, and opens; absent where it was sealed for this one. */
  sealedIn?: string
  /** Since the last exam that was passed with this bank. */
  attempts: number
  /** Question ids of each paper, so that none comes twice. */
  papers: string[][]
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

export const examTries = collection<ExamTriesDocument>()({
  indexes: { byId: by(), bySealedIn: by('sealedIn') },
  personal: {
    leads: [{ prefix: (who) => `${who.idNumberHash}:` }],
    exported: { heading: '考试次数', only: ['attempts'] },
    onErasure: { kept: '注销再登记不能多考：只写证件号码的摘要、加密的号码（只为更换密钥）和次数' },
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'question-banks': typeof questionBanks
    attempts: typeof attempts
    'exam-tries': typeof examTries
  }
}
