import type { Instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'

/** A person's unit and period. `_id` is `personId:from`. Index byPerson: (personId, -from). */
export interface MembershipDocument extends Stored {
  personId: string
  unitId: string
  unitName: string
  region: Region
  from: Instant
  until: Instant | null
}

/** A person's last wish to move to another unit, which that unit decides. `_id` is the person's. Index byUnit: (toUnitId, state, at). */
export interface MoveDocument extends Stored {
  moveId: string
  personName: string
  idNumberMasked: string
  fromUnitId: string
  fromUnitName: string
  toUnitId: string
  toUnitName: string
  state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn'
  note: string
  at: Instant
}

export const memberships = collection<MembershipDocument>()({
  indexes: { byPerson: by('personId', '-from') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '所在单位' },
    onErasure: { kept: '哪个单位在什么时候对学时负责，只写随机编号' },
  },
})

export const moves = collection<MoveDocument>()({
  indexes: { byUnit: by('toUnitId', 'state', 'at') },
  personal: { leads: [{ id: (who) => who.personId }], exported: { heading: '换单位' }, onErasure: 'remove' },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    memberships: typeof memberships
    moves: typeof moves
  }
}
