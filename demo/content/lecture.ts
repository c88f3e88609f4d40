import { readAtSecond } from '../lecture-times'
import type { DemoLecture, DemoSlide } from '../shapes'

export const SX22 = '陕人社函〔2022〕259号'
export const SX20 = '陕人社函〔2020〕354号'

/** A slide with its challenge: the prompt, three options, and the index of the right one. */
interface WrittenSlide extends DemoSlide {
  asks: readonly [prompt: string, options: readonly [string, string, string], key: 0 | 1 | 2]
}

interface WrittenLecture {
  number: number
  title: string
  /** Hours of the course that this sample stands for. */
  hours: number
  slides: readonly WrittenSlide[]
}

export const lecture = (id: string, { number, title, hours, slides }: WrittenLecture): DemoLecture => ({
  id,
  number,
  title,
  nominalMinutes: hours * 60,
  slides: slides.map(({ asks, ...slide }) => slide),
  challenges: slides.map(({ asks: [prompt, options, key] }, i) => ({
    id: `${id}-c${i + 1}`,
    afterSecond: readAtSecond(i),
    prompt,
    options,
    key,
  })),
})
