import type { Notice } from '../../domain/policy/pack'
import { OUR_EXAM_CONDUCT } from '../our-readings'
import { hours, reading, readingOf, silent } from '../say'
import { SHAANXI_2020_DOCUMENT, SHAANXI_2020_EXAM_SIZES } from './2020'
import {
  OWN_SPECIALTY_WORDS,
  PASSED,
  PUBLIC_MODES_WORDS,
  SHAANXI_STANDING,
  SITE,
  STATUTE_WORDS,
  threeWays,
} from './standing'

const STANDS_IN = '这一年的通知我们没有读到；按省条例长期有效的规定，见2020年通知所引。'
const OWN_NOTICE = '当年公需课的科目由当年的通知规定，我们没有读到；学习平台为这一年开设的公需课都计入。'

const asYear = (value: number) => readingOf(hours(value), STANDS_IN, 'SX20-5', STATUTE_WORDS)

const examSize = (size: 'single' | 'multiple' | 'judge' | 'bankMultiple') => {
  const { value, clause, words } = SHAANXI_2020_EXAM_SIZES[size]
  return readingOf(
    value,
    '这一年的通知我们没有读到；沿用2020年通知附件3《继续教育网络课件制作规范》。',
    clause,
    words,
  )
}

/**
 * 《陕西省专业技术人员继续教育条例》 as the notices of 2020 and 2022 quote it, for years whose own notice is not known. It
 * opens no window and sets no date: whether such a year may still be made up is decided by the notice in
 * force on the day.
 */
export const SHAANXI_STATUTE: Notice = {
  ...SHAANXI_STANDING,
  id: 'shaanxi/statute',
  region: 'shaanxi',
  year: 2021,
  standardYears: reading(
    [2016, 2017, 2018, 2019, 2021],
    '这几个年度的通知我们没有读到；学时要求按省条例计算。补学按陕人社发〔2016〕27号办理，所以从2016年度起；更早的年度请问人社部门。',
  ),
  documents: { SX20: SHAANXI_2020_DOCUMENT },
  inForceFrom: silent('条例本身不开放补学；能不能补学，看当天适用的通知。'),
  requirement: {
    total: asYear(80),
    public: asYear(24),
    professional: asYear(56),
    bothParts: readingOf(true, STANDS_IN, 'SX20-5', STATUTE_WORDS),
  },
  publicSubjects: {
    theme: silent('当年的通知我们没有读到。'),
    choice: reading('free', OWN_NOTICE),
    subjects: [],
    topics: [],
    modes: readingOf(['online', 'face-to-face'], STANDS_IN, 'SX20-6', PUBLIC_MODES_WORDS),
  },
  kinds: threeWays({
    online: [
      {
        needs: readingOf('courseware-audited', STANDS_IN, 'SX20-12', '省人社厅对课件核准后置入学习平台。'),
        cure: '请等课件核准后再学。',
      },
      PASSED,
    ],
    class: [
      {
        needs: readingOf(
          'within-specialty',
          '补学以前年度的专业课，按2020年通知的要求。',
          'SX20-14',
          OWN_SPECIALTY_WORDS,
        ),
        only: 'professional',
        cure: '请选择具有相应培训专业和培训权限的基地。',
      },
    ],
  }),
  windows: [],
  dates: [],
  fees: silent('条例的价格以收费时适用的通知为准。'),
  exam: {
    single: examSize('single'),
    multiple: examSize('multiple'),
    judge: examSize('judge'),
    bankMultiple: examSize('bankMultiple'),
    ...OUR_EXAM_CONDUCT,
  },
  courseware: silent('当年的通知我们没有读到；沿用2020年通知附件3。'),
  entries: [SITE],
}
