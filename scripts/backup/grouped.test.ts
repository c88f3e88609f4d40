import fc from 'fast-check'
import { grouped } from './grouped'

async function* given(items: readonly (readonly [string, number])[]) {
  yield* items
}

test('all items of a key are in one group and in their order, however few are held at once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '学时', '𠮷', ''), fc.nat())),
      fc.integer({ min: 1, max: 50 }),
      async (items, held) => {
        const found: [string, number[]][] = []
        for await (const groups of grouped(given(items), items.length, held)) found.push(...groups)
        expect(found.map(([key]) => key)).toHaveLength(new Set(items.map(([key]) => key)).size)
        for (const [key, group] of found)
          expect(group).toEqual(items.filter(([each]) => each === key).map(([, item]) => item))
      },
    ),
    { numRuns: 50 },
  ))
