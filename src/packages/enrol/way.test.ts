import { checkCharacterOf } from '@domain/identity/id-number'
import { EMPTY_DRAFT } from '@/cloud/enrol-draft'
import { nextStepOf, stepMending } from './way'

const unit = { id: 'u1', name: '青禾市第二人民医院', parentName: '', region: 'shaanxi' } as const

test('the way goes on at the first step that is not done, in order', () => {
  const idNumber = `99010119900101123${checkCharacterOf('99010119900101123')}`
  const steps = [
    {},
    { consentVersion: '2022-08' },
    { name: '林晓岚', idNumber },
    { mobileMasked: '138****1234' },
    { unit },
  ]
  let draft = EMPTY_DRAFT
  const seen = steps.map((step) => {
    draft = { ...draft, ...step }
    return nextStepOf(draft)
  })
  expect(seen).toEqual(['consent', 'identity', 'phone', 'unit', 'confirm'])
})

test.each([
  ['CONSENT_MISSING', 'consent'],
  ['NAME_MALFORMED', 'identity'],
  ['ID_NUMBER_UNDER_AGE', 'identity'],
  ['PHONE_MISSING', 'phone'],
  ['TOKEN_EXPIRED', 'unit'],
  ['UNIT_UNKNOWN', 'unit'],
  ['BUSY', null],
] as const)('%s is mended at %s', (code, step) => expect(stepMending(code)).toBe(step))
