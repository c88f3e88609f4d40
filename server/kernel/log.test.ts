import fc from 'fast-check'
import { blotted, logFault, logRefusal, newCall } from './log'

const call = newCall('api', 'claim.submit', { bytes: (count) => new Uint8Array(count).fill(255) })

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
    callId: 'ZZZZ-ZZZZ',
    door: 'api',
    procedure: 'claim.submit',
    code: 'ROLE_MISSING',
    ms: expect.any(Number),
  })
})

test('a fault says where in our code, and about which document', () => {
  const error = new RangeError('the account is below zero')
  const line = JSON.parse(lineOf(() => logFault({ call, openid: '' }, error, { about: 'job-1' }), 'error'))
  expect(line).toMatchObject({ about: 'job-1', fault: { message: 'RangeError: the account is below zero' } })
  expect(line.fault.at[0]).toContain('log.test.ts')
  expect(line.fault.at.join()).not.toContain('node_modules')
})

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
