import { compareText } from './order'

test('the one that comes first is below zero, and the same are zero', () => {
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0])
})
