import type { DemoQuestion } from '../shapes'
import { access } from './questions/access'
import { courseware } from './questions/courseware'
import { fees } from './questions/fees'
import { ningxia } from './questions/ningxia'
import { organising } from './questions/organising'
import { publicSubjects } from './questions/public-subjects'
import { qinghai } from './questions/qinghai'
import { recognition } from './questions/recognition'
import { shandong } from './questions/shandong'
import { yearlyHours } from './questions/yearly-hours'

/** One bank about the law of continuing education and the five notices; courses of the demonstration draw from it. */
export const questionBank: { id: string; questions: readonly DemoQuestion[] } = {
  id: 'law-2022',
  questions: [
    ...yearlyHours,
    ...publicSubjects,
    ...recognition,
    ...organising,
    ...fees,
    ...access,
    ...courseware,
    ...qinghai,
    ...shandong,
    ...ningxia,
  ],
}
