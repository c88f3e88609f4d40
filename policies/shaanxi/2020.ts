import type { Day } from '../../domain/kernel/instant'
import type { ExamRules, NoticeDocument, Stated } from '../../domain/policy/pack'

/** 陕人社函〔2020〕354号, as far as later years stand on it: its 附件3 sizes every online exam. */
export const SHAANXI_2020_DOCUMENT: NoticeDocument = {
  number: '陕人社函〔2020〕354号',
  title: '关于做好2020年度全省专业技术人员继续教育(知识更新工程)有关事项的通知',
  issuedOn: '2020-08-21' as Day,
}

const paper = (value: number): Stated<number> => ({
  state: 'stated',
  value,
  clause: 'SX20-41',
  words: '网络课程考核试卷按照“30个单选题、10个多选题、10个判断题”的标准组卷',
})

/** Sizes of paper and bank: 30/10/10 drawn from at least 90/30/30. */
export const SHAANXI_2020_EXAM_SIZES: Pick<
  Record<keyof ExamRules, Stated<number>>,
  'single' | 'multiple' | 'judge' | 'bankMultiple'
> = {
  single: paper(30),
  multiple: paper(10),
  judge: paper(10),
  bankMultiple: {
    state: 'stated',
    value: 3,
    clause: 'SX20-41',
    words: '试题与题库的比例按 1:3 的标准',
  },
}
