import type { DemoQuestion } from '../../shapes'

export const SX22 = '陕人社函〔2022〕259号'
export const SX20 = '陕人社函〔2020〕354号'
export const QH23 = '青海省2023年继续教育通知'
export const NY22 = '宁阳县2022年度继续教育通知'
export const NX22 = '宁人社发〔2022〕23号'

type Four = readonly [string, string, string, string]
type Choice = readonly [id: string, key: string, stem: string, options: Four, source: string, why: string]
type Judge = readonly [id: string, holds: boolean, stem: string, source: string, why: string]

/** Questions as they are written down: the key in letters, options in the order in which they are shown. */
interface Written {
  /** Said to the trainee after the exam, as the only feedback. */
  topic: string
  singles: readonly Choice[]
  multiples: readonly Choice[]
  judges: readonly Judge[]
}

const LETTERS = 'ABCD'

export function questionsOf({ topic, singles, multiples, judges }: Written): DemoQuestion[] {
  const choice =
    (type: 'single' | 'multiple') =>
    ([id, key, stem, options, source, why]: Choice): DemoQuestion => ({
      id,
      type,
      stem,
      options,
      key: [...key].map((letter) => LETTERS.indexOf(letter)),
      topic,
      source,
      why,
    })
  const judge = ([id, holds, stem, source, why]: Judge): DemoQuestion => ({
    id,
    type: 'judge',
    stem,
    options: ['正确', '错误'],
    key: [holds ? 0 : 1],
    topic,
    source,
    why,
  })
  return [...singles.map(choice('single')), ...multiples.map(choice('multiple')), ...judges.map(judge)]
}
