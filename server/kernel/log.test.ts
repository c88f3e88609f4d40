import fc from 'fast-check'
import { blotted, logEnd, logFault, logRefusal, newCall } from './log'

const dice = { bytes: (count: number) => new Uint8Array(count).fill(255) }
const call = newCall('api', 'claim.submit', dice, '0f1e2d3c')

/** The line that one piece of work writes. */
function lineOf(work: () => void, level: 'log' | 'error'): string {
  const written = jest.spyOn(console, level).mockImplementation(() => undefined)
  try {
    work()
    expect(written).toHaveBeenCalledTimes(1)
    return String(written.mock.calls[0]?.[0])
  } finally {
    written.mockRestore()
  }
}

test('a refusal is its call and its code', () => {
  const line = JSON.parse(lineOf(() => logRefusal({ call }, 'ROLE_MISSING'), 'log'))
  expect(line).toEqual({
    t: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'info',
    callId: 'ZZZZ-ZZZZ',
    door: 'api',
    path: 'claim.submit',
    version: '',
    caller: '0f1e2d3c',
    code: 'ROLE_MISSING',
    ms: expect.any(Number),
    db: { reads: 0, writes: 0, conflicts: 0, transactions: 0 },
  })
})

test('a call that went well has one line at its end, with what it asked of the store', () => {
  const well = newCall('study', 'study.report', dice)
  well.tally.reads += 1
  well.tally.writes += 2
  const line = JSON.parse(lineOf(() => logEnd({ call: well }), 'log'))
  expect(line).toMatchObject({ level: 'info', path: 'study.report', db: { reads: 1, writes: 2 } })
  expect(line).not.toHaveProperty('code')
  expect(well.outcome).toBe('ok')
})

test('a call has one end, and a fault in a piece of its work is none', () => {
  const one = newCall('api', 'home.view', dice)
  lineOf(() => logFault({ call: one, openid: '' }, new Error('no'), { about: 'a message' }), 'error')
  expect(one.outcome).toBeNull()
  lineOf(() => logRefusal({ call: one }, 'OUT_OF_SCOPE'), 'log')
  const written = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  logEnd({ call: one })
  expect(written).not.toHaveBeenCalled()
  written.mockRestore()
  expect(one.outcome).toBe('OUT_OF_SCOPE')
  const other = newCall('api', 'home.view', dice)
  lineOf(() => logFault({ call: other, openid: '' }, new Error('no')), 'error')
  expect(other.outcome).toBe('FAULT')
})

test('the version of the function that runs is the platform’s word', () => {
  process.env.SCF_FUNCTIONVERSION = '17'
  try {
    expect(JSON.parse(lineOf(() => logRefusal({ call }, 'BUSY'), 'log')).version).toBe('17')
  } finally {
    delete process.env.SCF_FUNCTIONVERSION
  }
})

test('a fault says where in our code, and about which document', () => {
  const error = new RangeError('the account is below zero')
  const line = JSON.parse(lineOf(() => logFault({ call, openid: '' }, error, { about: 'job-1' }), 'error'))
  expect(line).toMatchObject({ about: 'job-1', fault: { message: 'RangeError: the account is below zero' } })
  expect(line.fault.at[0]).toContain('log.test.ts')
  expect(line.fault.at.join()).not.toContain('node_modules')
})

test('what is about no document has no such word, and what is thrown need not be an error', () => {
  const line = JSON.parse(lineOf(() => logFault({ call, openid: '' }, 'out of paper'), 'error'))
  expect(line).not.toHaveProperty('about')
  expect(line.level).toBe('error')
  expect(line.fault.message).toBe('Error: out of paper')
  expect(Number.isInteger(line.ms)).toBe(true)
})

test('the first eight frames of our own code are named, without the word before them', () => {
  const own = (n: number) => `    at step${n} (/var/user/index.js:${n}:1)`
  const error = new Error('broken')
  error.stack = [
    'Error: broken',
    ...[1, 2, 3].map(own),
    '    at process.run (node:internal/process:95:5)',
    '    at call (/var/user/node_modules/zod/index.js:1:1)',
    'said at the wrong place',
    ...[4, 5, 6, 7, 8, 9].map(own),
  ].join('\n')
  const { fault } = JSON.parse(lineOf(() => logFault({ call, openid: '' }, error), 'error'))
  expect(fault.at).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `step${n} (/var/user/index.js:${n}:1)`))
})

test('an error without a trace has no frames', () => {
  const error = new Error('broken')
  delete error.stack
  const { fault } = JSON.parse(lineOf(() => logFault({ call, openid: '' }, error), 'error'))
  expect(fault).toEqual({ message: 'Error: broken', at: [] })
})

test.each([
  ['a number', { rows: [{ year: 4711, left: null }] }, 'row 4711 of three', 'row … of three'],
  ['a text in a list', ['soil'], 'no course soil', 'no course …'],
  ['neither yes nor no', { yes: true }, 'it is true', 'it is true'],
])('of the input, %s is blotted out where an error repeats it', (_what, said, message, left) => {
  const { fault } = JSON.parse(
    lineOf(() => logFault({ call, openid: '' }, new Error(message), { said }), 'error'),
  )
  expect(fault.message).toBe(`Error: ${left}`)
})

test.each([
  ['one letter is in any sentence', 'a b c', ['b'], 'a b c'],
  ['two letters are not', 'a bc d', ['bc'], 'a … d'],
  ['each time it stands there', 'soil and soil', ['soil'], '… and …'],
  [
    'the longer text goes first, with the shorter in it',
    'a soil-course ends',
    ['soil', 'soil-course'],
    'a … ends',
  ],
])('%s', (_rule, message, hidden, left) => expect(blotted(message, hidden)).toBe(left))

test.each([
  ['a name', '王小明 is bound already', '… is bound already'],
  ['a number', 'of 990101199001010011 and 13800009999x', 'of … and …'],
  ['an OPENID', 'no document o6zAJs3oh4QJhHqzYrJHs8WmvGxQ', 'no document …'],
  [
    'what is quoted',
    `Unexpected token 'x', "xiao ming" is not valid JSON`,
    'Unexpected token …, … is not valid JSON',
  ],
  [
    'no code of the platform',
    'DATABASE_TRANSACTION_CONFLICT: -501001',
    'DATABASE_TRANSACTION_CONFLICT: -501001',
  ],
  ['an empty quotation', 'it is "" or \'\' or ``', 'it is … or … or …'],
  ['what stands in back quotes', 'no key `some` there', 'no key … there'],
  ['no five digits', 'row 12345', 'row 12345'],
  ['six digits', 'row 123456', 'row …'],
  ['a whole word with six digits, or hyphens,', 'of ab-123456-c_d.', 'of ….'],
  ['a code of another length', 'code -5010012', 'code …'],
  ['a code at the end of a word', 'code x-501001', 'code …'],
  ['no word of nineteen letters', 'of abcdefghij-lmnopq_s', 'of abcdefghij-lmnopq_s'],
  ['a word of twenty', 'of abcdefghij-lmnopq_st', 'of …'],
  ['a word of capitals that begins with a small letter', 'xRESOURCE_NOT_FOUND_HERE', '…'],
  ['a word of capitals that ends with a small letter', 'RESOURCE_NOT_FOUND_HEREx', '…'],
  ['a control sign', 'a\u001f\u007fb', 'a…b'],
  ['neither blank nor tilde', 'a ~ b', 'a ~ b'],
])('%s is blotted out', (_what, message, left) => expect(blotted(message, [])).toBe(left))

test('nothing that the caller sent is in the line, however the error repeats it', () => {
  const secret = fc.stringMatching(/^[ -~一-鿿]{6,30}$/)
  fc.assert(
    fc.property(secret, secret, fc.boolean(), (openid, text, escaped) => {
      const said = { rows: [{ cell: text }] }
      const repeated = escaped ? JSON.stringify(said) : text
      const error = new Error(`could not write ${repeated} of ${openid}`)
      const { fault } = JSON.parse(lineOf(() => logFault({ call, openid }, error, { said }), 'error'))
      for (const hidden of [openid, text]) {
        expect(fault.message.replace('could not write', '')).not.toContain(hidden)
      }
    }),
  )
})
