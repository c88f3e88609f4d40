import type { Context } from '../../server/kernel/context'
import { type Sealed, seal } from '../../server/kernel/ports/sealing'
import type { New } from '../../server/kernel/store/port'
import type { PersonDocument } from '../../server/people/documents'
import { inPerson } from '../../server/people/sealed-numbers'

/** The facts of a person whom the unit has confirmed; a new field at registration is given here. */
const CONFIRMED = {
  name: '王小明',
  idNumber: { cipher: '', keyVersion: 1 },
  idNumberMasked: '9901**********1234',
  mobile: { cipher: '', keyVersion: 1 },
  mobileMasked: '199****0000',
  unitId: 'unit-1',
  unitName: '青松勘察设计院',
  unitParentName: '演示市住房和城乡建设局',
  region: 'shaanxi',
  binding: 'verified',
  bindingNote: '',
  decisionId: '',
  roles: [],
  channel: 'unit-code',
} as const

/** A person as registration and the unit's confirmation leave one, with what differs; the openid follows from the id. */
export const personOf = (
  _id: string,
  { at, ...differs }: { at: PersonDocument['registeredAt'] } & Partial<New<PersonDocument>>,
): New<PersonDocument> => ({
  ...CONFIRMED,
  ...{ _id, openid: `o-${_id}`, idNumberHash: `hash-${_id}`, roles: [] },
  ...{ consent: { version: '1', at }, registeredAt: at },
  ...differs,
})

/** A mobile number as it stands in that person's document. */
export const sealedMobile = (
  { ports, dice }: Pick<Context, 'ports' | 'dice'>,
  personId: string,
  mobile: string,
): Sealed => seal(mobile, inPerson(personId, 'mobile'), ports.secrets, dice)
