import { documentKey, type IdentityDocument } from './identity-document'

const keyOf = (document: IdentityDocument): string => {
  const key = documentKey(document)
  return key.ok ? key.value : key.refusal.code
}

test.each<[IdentityDocument, string]>([
  [{ kind: 'resident', number: '9901 0119 9001 0112 3x' }, '99010119900101123X'],
  [{ kind: 'resident', number: '９９０１０１１９９００１０１１２３Ｘ' }, '99010119900101123X'],
  [{ kind: 'residence-permit', number: '810000199001010017' }, '810000199001010017'],
  [{ kind: 'permanent-residence', number: '911999198501010018' }, '911999198501010018'],
  [{ kind: 'permanent-residence', number: 'usa 110050061200' }, 'permanent-residence:USA110050061200'],
  [{ kind: 'travel-permit', number: 'h12345678' }, 'travel-permit:H12345678'],
  [{ kind: 'travel-permit', number: 'H1234567801' }, 'travel-permit:H12345678'],
  [{ kind: 'travel-permit', number: 'M12345678' }, 'travel-permit:M12345678'],
  [{ kind: 'travel-permit', number: '12345678' }, 'travel-permit:12345678'],
  [{ kind: 'passport', number: 'e-1234567', issuer: 'usa' }, 'passport:USA:E1234567'],
  [{ kind: 'passport', number: 'E1234567', issuer: 'CAN' }, 'passport:CAN:E1234567'],
  [{ kind: 'resident', number: '1101051949123100' }, 'ID_NUMBER_MALFORMED'],
  [{ kind: 'permanent-residence', number: 'US110050061200' }, 'ID_NUMBER_MALFORMED'],
  [{ kind: 'travel-permit', number: 'K12345678' }, 'ID_NUMBER_MALFORMED'],
  [{ kind: 'travel-permit', number: 'H1234567' }, 'ID_NUMBER_MALFORMED'],
  [{ kind: 'passport', number: 'E1234567' }, 'ID_NUMBER_MALFORMED'],
  [{ kind: 'passport', number: 'E12', issuer: 'USA' }, 'ID_NUMBER_MALFORMED'],
])('%j is found by %s', (document, key) => {
  expect(keyOf(document)).toBe(key)
})
