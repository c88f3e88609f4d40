import type { Secrets } from '../kernel/ports/port'
import { isBlank, type Place, unseal } from '../kernel/ports/sealing'
import type { PersonDocument, RegistrationDocument } from './documents'

/** The sealed numbers of a person, by their paths. */
type NumberField = 'idNumber' | 'mobile' | 'learnedAs.idNumber'

export const inPerson = (id: string, field: NumberField): Place => ({ collection: 'persons', id, field })

/** The mobile number that an account verified before there was a person. */
export const inRegistration = (openid: string): Place => ({
  collection: 'registrations',
  id: openid,
  field: 'mobile',
})

/** The number of a person who left, beside its hash. */
export const inFormerPerson = (id: string): Place => ({ collection: 'former-persons', id, field: 'idNumber' })

/** The number that a contest is about. */
export const inContest = (id: string): Place => ({ collection: 'contests', id, field: 'idNumber' })

/** The ID number in full; empty where it was forgotten. */
export const idNumberOf = (
  { _id, idNumber }: Pick<PersonDocument, '_id' | 'idNumber'>,
  secrets: Secrets,
): string => (isBlank(idNumber) ? '' : unseal(idNumber, inPerson(_id, 'idNumber'), secrets))

/** The mobile number in full; empty where there is none, which equals no other. */
export const mobileOf = (
  { _id, mobile }: Pick<PersonDocument, '_id' | 'mobile'>,
  secrets: Secrets,
): string => (isBlank(mobile) ? '' : unseal(mobile, inPerson(_id, 'mobile'), secrets))

/** The mobile number that an account verified last; empty where it verified none. */
export const verifiedMobileOf = (registration: RegistrationDocument | null, secrets: Secrets): string =>
  registration?.mobile && !isBlank(registration.mobile)
    ? unseal(registration.mobile, inRegistration(registration._id), secrets)
    : ''
