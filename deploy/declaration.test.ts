import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { declarations, uploads } from '../server/collections'
import {
  configFileOf,
  FUNCTION_NAMES,
  FUNCTIONS,
  type FunctionDeclaration,
  STORAGE_RULE,
  VARIABLE_NAMES,
} from './declaration'

const ROOT = path.resolve(__dirname, '..')

test('every function is declared, and every function that is declared is there', () => {
  expect([...FUNCTION_NAMES].sort()).toEqual(readdirSync(path.join(ROOT, 'cloudfunctions')).sort())
})

test.each(FUNCTION_NAMES)('%s runs within what the platform gives', (name) => {
  const { timeoutSeconds, memoryMegabytes }: FunctionDeclaration = FUNCTIONS[name]
  expect(timeoutSeconds).toBeGreaterThan(3)
  expect(timeoutSeconds).toBeLessThanOrEqual(60)
  expect([128, 256, 512, 1024, 2048]).toContain(memoryMegabytes)
})

test('config.json holds what the platform reads of it, and nothing else', () => {
  expect(configFileOf('web')).toEqual({ permissions: { openapi: [] }, triggers: [] })
  expect(configFileOf('clock')).toEqual({
    permissions: { openapi: ['subscribeMessage.send'] },
    triggers: [{ name: 'each-minute', type: 'timer', config: '0 * * * * * *' }],
  })
})

const CLOCKS = FUNCTION_NAMES.filter((name) => name.startsWith('clock'))

test('the clock’s workers are one program, and begin apart within the minute', () => {
  const codes = CLOCKS.map((name) =>
    readFileSync(path.join(ROOT, 'cloudfunctions', name, 'index.ts'), 'utf8'),
  )
  expect(new Set(codes).size).toBe(1)
  const seconds = CLOCKS.map((name) =>
    Number((FUNCTIONS[name] as FunctionDeclaration).timer?.at.split(' ')[0]),
  )
  expect(seconds).toEqual(CLOCKS.map((_, n) => (60 / CLOCKS.length) * n))
})

// The platform's own bounds: 100 collections an environment, 20 indexes a collection with the one of `_id`, 31 fields an
// index, which `_id` closes.
test('collections and indexes are within the platform’s bounds', () => {
  expect(declarations.length).toBeLessThanOrEqual(100)
  for (const { name, indexes } of declarations) {
    expect([name, /^[a-z][a-z-]{0,31}$/.test(name)]).toEqual([name, true])
    expect([name, indexes.length < 20]).toEqual([name, true])
    for (const index of indexes) expect([name, index.fields.length < 31]).toEqual([name, true])
  }
})

test('phones put files into one folder', () => {
  expect(uploads).toEqual(['incoming'])
})

test('phones put files of their own into it, and read none', () => {
  expect(JSON.parse(STORAGE_RULE)).toEqual({
    read: false,
    write: '/^(incoming)\\//.test(resource.path) && resource.openid == auth.openid',
  })
})

test('every variable that is read can be given, and no other', () => {
  const config = readFileSync(path.join(ROOT, 'server/kernel/config.ts'), 'utf8')
  expect([...VARIABLE_NAMES].sort()).toEqual([...new Set(config.match(/XUESHI_\w+/g))].sort())
})

test('templates are given to those alone that tell phones of them or send by them', () => {
  const given = FUNCTION_NAMES.filter((name) =>
    (FUNCTIONS[name].variables as readonly string[]).includes('XUESHI_TEMPLATES'),
  )
  expect(given).toEqual(['api', ...CLOCKS])
})
