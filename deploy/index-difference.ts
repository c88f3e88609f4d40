import { createHash } from 'node:crypto'
import type { IndexFacts } from './manager/port'
import type { Standing } from './standing'
import type { Choices, Difference, Step } from './step'
import type { Wanted } from './wanted'

const ID_INDEX = '_id_'

/** Two indexes are one where their fields are, in order and direction: what they are called is nobody's business. */
const fieldsOf = ({ fields }: IndexFacts): string =>
  fields.map(({ path, direction }) => `${path} ${direction}`).join(',')
export const isSame = (one: IndexFacts, other: IndexFacts): boolean =>
  fieldsOf(one) === fieldsOf(other) && one.unique === other.unique

/** Missing ones are created; others are told, and dropped where it is asked for. */
export function indexSteps({ collections }: Wanted, standing: Standing, { prune }: Choices): Difference {
  const parts = collections.map(({ name, indexes }) => {
    const there = (standing.collections.get(name)?.indexes ?? []).filter((index) => index.name !== ID_INDEX)
    return ofCollection({ collection: name, wanted: indexes, there, prune })
  })
  return {
    steps: parts.flatMap(({ steps }) => steps),
    problems: parts.flatMap(({ problems }) => problems),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

interface OfCollection {
  collection: string
  wanted: readonly IndexFacts[]
  there: readonly IndexFacts[]
  prune: boolean
}

function ofCollection({ collection, wanted, there, prune }: OfCollection): Difference {
  const missing = wanted.filter((index) => !there.some((other) => isSame(index, other)))
  const others = there.filter((index) => !wanted.some((other) => isSame(index, other)))
  // The platform keeps no two indexes of the same fields: one that is unique stands in the way of ours.
  const blocking = others.filter((index) => missing.some((other) => fieldsOf(index) === fieldsOf(other)))
  const drop = (index: IndexFacts): Step => ({ do: 'drop-index', collection, index: index.name })
  const names = there.map(({ name }) => name)
  return {
    steps: [
      ...(prune ? blocking.map(drop) : []),
      ...missing.map(
        (index): Step => ({
          do: 'create-index',
          collection,
          index: { ...index, name: freeName(index, names) },
        }),
      ),
      ...(prune ? others.filter((index) => !blocking.includes(index)).map(drop) : []),
    ],
    problems: prune
      ? []
      : blocking.map(({ name }) => ({
          code: 'INDEX_IN_THE_WAY',
          sentence: `集合 ${collection} 的索引 ${name} 字段相同却是唯一索引，会拒绝正常的数据；确认后加 --prune 换掉它。`,
        })),
    notes: prune
      ? []
      : others.map(({ name }) => `集合 ${collection} 的索引 ${name} 没有声明，不动它；不要了就加 --prune。`),
  }
}

const MARK_DIGITS = 6

/** Its own name, or one with a mark of its fields where another index has that name: both can stand until one is dropped. */
function freeName(index: IndexFacts, taken: readonly string[]): string {
  if (!taken.includes(index.name)) return index.name
  const mark = createHash('sha256').update(fieldsOf(index)).digest('hex').slice(0, MARK_DIGITS)
  return `${index.name}-${mark}`
}
