import type { DemoQuestion } from '../shapes'
import { otherRegions } from './questions/other-regions'
import { shaanxi2020 } from './questions/shaanxi-2020'
import { shaanxi2022 } from './questions/shaanxi-2022'

/** One bank about the law of continuing education and the five notices; courses of the demonstration draw from it. */
export const questionBank: { id: string; questions: readonly DemoQuestion[] } = {
  id: 'law-2022',
  questions: [...shaanxi2022, ...shaanxi2020, ...otherRegions],
}
