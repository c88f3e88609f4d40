// The person whom all is about, and what their documents are made of.
import type { Instant } from '../../../domain/kernel/instant'
import type { Attachment } from '../../../server/claims/evidence/attachment'
import type { Place, Sealed } from '../../../server/kernel/ports/sealing'
import type { CollectionName, Documents } from '../../../server/kernel/store/collections'
import type { New } from '../../../server/kernel/store/port'
import type { ActedBy } from '../../../server/oversight/documents'

/** The person whom all is about, and what names them. */
export const LEAVER = {
  personId: 'p-leaver',
  name: '欧阳知行',
  idNumber: '990101199003070017',
  idNumberMasked: '9901**********0017',
  idNumberHash: 'hash-of-leaver',
  mobile: '13812345678',
  mobileMasked: '138****5678',
  openid: 'wx-present-of-leaver',
  formerOpenid: 'wx-former-of-leaver',
} as const

/** The values of a person's documents that are not the same in every test. */
export interface Given {
  at: Instant
  seal: (text: string, place: Place) => Sealed
  /** The id of a stored file that shows the person. */
  file: (name: string) => string
}

/** Documents that the export shows, and others that tell of the person or might. */
interface About<C extends CollectionName> {
  own?: New<Documents[C]>[]
  others?: New<Documents[C]>[]
}

/** A fixture of each collection. */
export type Fixtures = { readonly [C in CollectionName]: (given: Given) => About<C> }

const { personId, name } = LEAVER
export const WORDS = `${name}（${LEAVER.idNumber}，${LEAVER.mobile}）的材料`
export const UNIT = { unitId: 'unit-1', unitName: '青松勘察设计院' }

export const fileOf = ({ file }: Given, called: string): Attachment => ({
  fileId: file(called),
  name: `${name}的证书.jpg`,
  type: 'image/jpeg',
  bytes: 3,
  sha256: called,
})

/** The leaver in office: what they decided about others stays, with their name. */
export const inOffice: ActedBy = { personId, name, role: 'bureau-staff', orgId: 'bureau', orgName: '市局' }
export const officer: ActedBy = { ...inOffice, personId: 'p-officer', name: '王审核' }
