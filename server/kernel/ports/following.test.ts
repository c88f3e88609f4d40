import { callerInLog, logKeyFrom } from './following'

const indexKeys = { current: 1, keys: { 1: '11'.repeat(32), 2: '22'.repeat(32) } }
const OPENID = 'o6zAJs3oh4QJhHqzYrJHs8WmvGxQ'
/** A function that has the index key, and one that was given what follows from it. */
const held = { indexKeys }
const given = {
  logKey: logKeyFrom(held),
  get indexKeys(): never {
    throw new Error('study holds no XUESHI_INDEX_KEY')
  },
}

test('a caller has the same name in the log of every function, whichever key it holds', () => {
  expect(callerInLog(OPENID, held)).toMatch(/^[0-9a-f]{8}$/)
  expect(callerInLog(OPENID, given)).toBe(callerInLog(OPENID, held))
  expect(callerInLog(`${OPENID}2`, given)).not.toBe(callerInLog(OPENID, given))
})

test('and another once the index key is exchanged', () => {
  const exchanged = { indexKeys: { ...indexKeys, current: 2 } }
  expect(callerInLog(OPENID, exchanged)).not.toBe(callerInLog(OPENID, held))
  expect(logKeyFrom(exchanged)).not.toBe(indexKeys.keys[2])
})

test('where there is no caller there is no name, and no key is read', () => {
  expect(callerInLog('', given)).toBe('')
})

test('an index key that is not there is a fault', () => {
  expect(() => logKeyFrom({ indexKeys: { ...indexKeys, current: 3 } })).toThrow('no index key of version 3')
})
