import { entryOf, isSameEntry, scannedEntry } from './entry'

test.each([
  [1035, {}, 'menu-12333', null],
  [1092, {}, 'city-service', null],
  [1014, {}, 'message', null],
  [1107, {}, 'message', null],
  [1005, {}, 'search', null],
  [1001, {}, 'other', null],
  [1047, { scene: 'u%3Aab12' }, 'unit-code', 'u:ab12'],
  [1011, { scene: 'ab12' }, 'unit-code', 'ab12'],
  // A code printed without a token just opens the app; a token from elsewhere is not a scanned code.
  [1047, {}, 'other', null],
  [1001, { scene: 'ab12' }, 'other', null],
  // Printed without percent-encoding: read as it stands.
  [1047, { scene: '100%' }, 'unit-code', '100%'],
] as const)('scene %i with %o comes by %s', (scene, query, channel, token) => {
  expect(entryOf({ scene, query })).toEqual({ scene, channel, token })
})

test('a launch without a scene is still an entry', () => {
  expect(entryOf({})).toEqual({ scene: 0, channel: 'other', token: null })
})

test('a code scanned inside the app gives its token; a stranger’s code gives nothing', () => {
  expect(scannedEntry('pages/home/index?scene=u%3Aab12')).toEqual({
    scene: 1047,
    channel: 'unit-code',
    token: 'u:ab12',
  })
  expect(scannedEntry('https://code.invalid/q?page=pages%2Fhome%2Findex&scene=ab12')?.token).toBe('ab12')
  expect(scannedEntry('https://example.com/')).toBeNull()
})

test('a return by the same code is the same entry', () => {
  const code = entryOf({ scene: 1047, query: { scene: 'ab12' } })
  expect(isSameEntry(code, { ...code })).toBe(true)
  expect(isSameEntry(code, { ...code, token: 'cd34' })).toBe(false)
})
