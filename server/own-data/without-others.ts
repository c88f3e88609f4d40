import type { Secrets } from '../kernel/ports/port'
import { isBlank, type Place, type Sealed, unseal } from '../kernel/ports/sealing'
import type { PersonalKey, Who } from '../kernel/store/personal'

/**
 * What the export makes of each key that tells of a person, wherever it stands: `never` shown, because it means nothing to
 * a reader, and a hash of a number is as good as the number to a holder of the key; shown if it is the reader's `own`; or
 * no person's at all (`body`), or either (`either`: a course's subject, a file's name).
 */
const KEYS: Readonly<Record<PersonalKey | 'mobileHash' | 'numbers', 'never' | 'own' | 'body' | 'either'>> = {
  openid: 'never',
  formerOpenids: 'never',
  registrarOpenid: 'never',
  usedBy: 'never',
  idNumberHash: 'never',
  mobileHash: 'never',
  numbers: 'never',
  personId: 'own',
  holderId: 'own',
  actorId: 'own',
  by: 'own',
  decidedBy: 'own',
  grantedBy: 'own',
  setBy: 'own',
  personName: 'own',
  byName: 'own',
  decidedByName: 'own',
  grantedByName: 'own',
  keptByName: 'own',
  idNumber: 'own',
  idNumberMasked: 'own',
  mobile: 'own',
  mobileMasked: 'own',
  decidedForName: 'body',
  subjectId: 'either',
  name: 'either',
}

/** A person's id as registration makes it, within whatever it is part of: a claim's id begins with it. */
const PERSON_ID = /p[0-9a-f]{24}(?![0-9a-f])/g

interface Reader {
  who: Who
  secrets: Secrets
  /** The document that is read: what is sealed in it opens there alone. */
  within: Pick<Place, 'collection' | 'id'>
  /** Paths that a screen of the reader shows although they name somebody else. */
  told: readonly string[]
}

type Value = string | number | boolean | null | undefined | object

/** A document as its reader may have it: without other people, and their own numbers in full. */
export const withoutOthers = (document: object, reader: Reader): object => shownFields(document, '', reader)

function shownFields(value: object, at: string, reader: Reader): object {
  const isOthers = 'personId' in value && value.personId !== null && value.personId !== reader.who.personId
  const fields = Object.entries(value).flatMap(([key, field]: [string, Value]) => {
    const path = at === '' ? key : `${at}.${key}`
    const rule =
      key === 'name' && isOthers ? 'own' : Object.hasOwn(KEYS, key) ? KEYS[key as keyof typeof KEYS] : null
    const isHidden =
      rule === 'never' || (rule === 'own' && !reader.told.includes(path) && tellsOthers(field, reader))
    return isHidden ? [] : [[key, shown(field, path, reader)]]
  })
  return Object.fromEntries(fields)
}

function shown(value: Value, at: string, reader: Reader): Value {
  if (Array.isArray(value)) return value.map((item: Value) => shown(item, at, reader))
  if (typeof value === 'string') return withoutIds(value, reader.who)
  if (value === null || typeof value !== 'object') return value
  if (!isSealed(value)) return shownFields(value, at, reader)
  return isBlank(value) ? '' : unseal(value, { ...reader.within, field: at }, reader.secrets)
}

/** Masked numbers stand in documents that are about their reader; any other text that is not theirs is somebody's. */
const tellsOthers = (value: Value, { who: { personId, name } }: Reader): boolean =>
  typeof value === 'string' && !['', personId, name].includes(value) && !value.includes('*')

const withoutIds = (text: string, { personId }: Who): string =>
  text.replace(PERSON_ID, (id) => (id === personId ? id : '他人'))

const isSealed = (value: object): value is Sealed => 'cipher' in value && 'keyVersion' in value
