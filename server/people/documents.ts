import type { Instant } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import type { HeldTitle } from '../../domain/title/held-title'
import type { Sealed } from '../kernel/ports/sealing'
import { by, collection, type Raw } from '../kernel/store/collection'
import type { Stored } from '../kernel/store/stored'
import type { Channel } from './channel'
import type { BindingState } from './views'

/** What was said of a person's title, and what the unit made of it; the next one stands after it. */
export interface SaidTitleEntry {
  /** Of the tap by which it was said. */
  id: string
  /** Null: holds none yet. */
  held: HeldTitle | null
  saidAt: Instant
  saidBy: string
  /** Null while no reviewer has looked at it. `reason` is of a doubt alone. */
  decided: {
    verdict: 'verified' | 'doubted'
    by: string
    byName: string
    orgName: string
    reason: string
    decisionId: string
    at: Instant
  } | null
}

/** A real person. `_id` is random; their WeChat account is in `bindings`. */
export interface PersonDocument extends Stored {
  openid: string
  /** WeChat accounts that were theirs before a contest moved them to this one; absent where there was none. */
  formerOpenids?: string[]
  name: string
  idNumber: Sealed
  idNumberHash: string
  /** The same number under the other index keys, while keys are exchanged; absent otherwise. Who has no key finds by it. */
  otherHashes?: string[]
  idNumberMasked: string
  mobile: Sealed
  mobileMasked: string
  unitId: string
  unitName: string
  unitParentName: string
  region: Region
  /** Since when they belong to this unit; absent where they never moved. */
  memberSince?: Instant
  binding: BindingState
  bindingNote: string
  /** The unit whose own code they came by; absent where they searched for it, empty once they are forgotten. */
  codeOf?: string
  /**
   * As whom they learned first, where they corrected their name or number after that, not being verified; absent where
   * they did not. The unit's reviewer sees both.
   */
  learnedAs?: { name: string; idNumber: Sealed; idNumberMasked: string; until: Instant }
  /** Their titles as they were said, the earliest first; absent where nobody said any. */
  titles?: SaidTitleEntry[]
  /** Whether the last of them waits for the unit's reviewer. */
  titleWaits?: boolean
  /** The act that decided the binding last, so that the same decision twice is one. */
  decisionId: string
  roles: RoleGrant[]
  channel: Channel
  consent: { version: string; at: Instant }
  registeredAt: Instant
}

/** `_id` is the openid: one WeChat account, one person. */
export interface BindingDocument extends Stored {
  personId: string
}

/** `_id` is the openid: the registration so far, before there is a person. */
export interface RegistrationDocument extends Stored {
  consent: { version: string; at: Instant } | null
  mobile: Sealed | null
  mobileMasked: string | null
  /** The last contest of this account, whether or not a holder exists: the answer must not tell. */
  contest?: { id: string; idNumberMasked: string; at: Instant }
  /** Since when the person of this account is bound to another one, and the unit that decided it. */
  moved?: { at: Instant; orgName: string }
}

/** `_id` is the keyed hash of an ID number: its one verified person. */
export interface IdentityKeyDocument extends Stored {
  personId: string
  unitName: string
}

/**
 * What outlasts an erasure. `_id` is the keyed hash of an ID number: the random ids that its person had before, kept only
 * where an integrity record stands or a claim was revoked as false, so that leaving and coming back washes neither off.
 */
export interface FormerPersonDocument extends Stored {
  formerIds: string[]
  /** Opened by the exchange of index keys alone; absent in one that was kept before there was such an exchange. */
  idNumber?: Sealed
}

/** `_id` is the token that a QR code carries in `scene`. */
export interface EntryTokenDocument extends Stored {
  kind: 'unit' | 'course'
  unitId: string
  courseId: string | null
  expiresAt: Instant
  singleUse: boolean
  usedBy: string | null
}

/**
 * The beginning of a region: its first body, and the code by which the first reviewer of that body registers. `_id` is the
 * region, so that it begins once; a fresh code takes the place of the one before.
 */
export interface FoundingDocument extends Stored {
  _id: Region
  orgId: string
  /** Keyed: the code itself is kept nowhere. */
  codeHash: string
  /** How many codes there were until this one: the log names each by it. */
  codeNumber: number
  expiresAt: Instant
  /** The account that used the code. */
  usedBy: string | null
}

/** `_id` is the keyed hash of a phone code: used once. */
export interface PhoneCodeDocument extends Stored {
  openid: string
}

/** `_id` is `openid:day:channel`: the channel by which a caller came in (SX22-12). */
export interface VisitDocument extends Stored {
  scene: number
  at: Instant
}

/** The word of a reviewer that the account shall be moved. */
export interface ContestWord {
  personId: string
  name: string
  role: RoleName
  orgId: string
  orgName: string
  reason: string
  decisionId: string
  at: Instant
}

/**
 * A contest (账号争议) of a number that is verified for another account. `_id` is a keyed hash of openid and number: one
 * contest of each, opened again where it was decided and comes back. It is filed alike whether or not anybody holds the
 * number; the clock looks for the holder and their unit afterwards, each day for some months, and these are empty where
 * it found nobody. Indexes byUnit: (unitId, state, at), byAbove: (aboveOrgId, state, at), byHolder: (holderId, at).
 */
export interface ContestDocument extends Stored {
  openid: string
  name: string
  /** Keyed: by it the clock looks for the holder. */
  idNumberHash: string
  /** Absent in a contest that was filed before it was kept. */
  idNumber?: Sealed
  idNumberMasked: string
  statement: string
  holderId: string
  /** The holder's unit, and the body that decides where the unit cannot. */
  unitId: string
  aboveOrgId: string
  /** `moving`: agreed to, and carried out once the days are over in which the holder may object. */
  state: 'open' | 'moving' | 'rebound' | 'kept'
  /** Who agreed to move the account: two people, or the body above. */
  words: ContestWord[]
  movesAt: Instant | null
  /** The holder's, from the old account: then the body above decides. */
  objection: { text: string; at: Instant } | null
  reason: string
  decisionId: string
  decidedByName: string
  decidedForName: string
  decidedAt: Instant | null
  at: Instant
}

/** The first shape was decided by one reviewer, and carried out at once. */
const decidedByOne = (old: Raw): Raw => ({
  idNumberHash: '',
  words: [],
  movesAt: null,
  objection: null,
  ...old,
})

export const bindings = collection<BindingDocument>()({
  indexes: {},
  personal: {
    leads: [{ id: (who) => who.openid }],
    exported: { no: '微信在本小程序里的内部标识，别处用不上' },
    onErasure: 'remove',
  },
})

export const registrations = collection<RegistrationDocument>()({
  indexes: { byId: by() },
  personal: { leads: [{ id: (who) => who.openid }], exported: { heading: '登记过程' }, onErasure: 'remove' },
})

export const persons = collection<PersonDocument>()({
  indexes: {
    byUnit: by('unitId', 'binding', 'registeredAt'),
    byRegion: by('region', 'registeredAt'),
    byTitle: by('unitId', 'binding', 'titleWaits', 'registeredAt'),
    byNumber: by('idNumberHash', 'registeredAt'),
    byId: by(),
  },
  personal: {
    leads: [{ id: (who) => who.personId }],
    exported: { heading: '登记信息' },
    onErasure: 'rewrite',
    fields: {
      openid: 'blank',
      formerOpenids: 'rest',
      name: 'pseudonym',
      idNumber: 'blank',
      idNumberHash: 'hash',
      idNumberMasked: 'blank',
      mobile: 'blank',
      mobileMasked: 'blank',
      'learnedAs.name': 'pseudonym',
      'learnedAs.idNumber': 'blank',
      'learnedAs.idNumberMasked': 'blank',
      'roles.grantedBy': 'rest',
      'titles.decided.by': 'rest',
      'titles.decided.byName': 'rest',
    },
    rest: ({ formerOpenids, codeOf, titles, otherHashes }) => ({
      unitId: '',
      unitName: '',
      unitParentName: '',
      bindingNote: '',
      roles: [],
      ...(codeOf === undefined ? {} : { codeOf: '' }),
      ...(formerOpenids ? { formerOpenids: [] } : {}),
      ...(otherHashes ? { otherHashes: [] } : {}),
      ...(titles ? { titles: [], titleWaits: false } : {}),
    }),
  },
})

export const identityKeys = collection<IdentityKeyDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [{ id: (who) => who.idNumberHash }],
    exported: { no: '身份证号的指纹；号码本身在登记信息里' },
    onErasure: 'remove',
  },
})

export const formerPersons = collection<FormerPersonDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [{ id: (who) => who.idNumberHash }],
    exported: { heading: '注销前的编号' },
    onErasure: {
      kept: '有诚信记录或被认定虚假的申报时才留：只写身份证号的指纹、加密的号码（只为更换密钥）和从前的随机编号，同一个号码再登记时找得到',
    },
  },
})

export const entryTokens = collection<EntryTokenDocument>()({
  indexes: { byUser: by('usedBy') },
  personal: {
    leads: [{ index: 'byUser', value: (who) => who.openid }],
    exported: { no: '只记着哪个微信用过这个二维码' },
    onErasure: 'rewrite',
    fields: { usedBy: 'blank' },
  },
})

export const foundings = collection<FoundingDocument>()({
  indexes: { byUser: by('usedBy') },
  personal: {
    leads: [{ index: 'byUser', value: (who) => who.openid }],
    exported: { no: '只记着哪个微信用过开通码' },
    onErasure: 'rewrite',
    fields: { usedBy: 'blank' },
  },
})

export const phoneCodes = collection<PhoneCodeDocument>()({
  indexes: { byOpenid: by('openid') },
  personal: {
    leads: [{ index: 'byOpenid', value: (who) => who.openid }],
    exported: { no: '用过的手机验证码的指纹，不含号码' },
    onErasure: 'remove',
  },
})

export const visits = collection<VisitDocument>()({
  indexes: { byId: by() },
  personal: {
    leads: [{ prefix: (who) => `${who.openid}:` }],
    exported: { heading: '访问记录' },
    onErasure: 'remove',
  },
})

/**
 * What a contest tells its filer: their own words, and what was decided. Nothing of who holds the number, and nothing at
 * all while it is open.
 */
const decidedContest = (contest: ContestDocument): object | null => {
  const { name, idNumberMasked, statement, state, reason, decidedForName, decidedAt, at } = contest
  return state === 'open'
    ? null
    : { name, idNumberMasked, statement, state, reason, decidedForName, decidedAt, at }
}

export const contests = collection<ContestDocument>()({
  indexes: {
    byOpenid: by('openid', 'at'),
    byUnit: by('unitId', 'state', 'at'),
    byAbove: by('aboveOrgId', 'state', 'at'),
    byHolder: by('holderId', 'at'),
    byId: by(),
  },
  upgrades: [decidedByOne],
  personal: {
    leads: [
      { index: 'byHolder', value: (who) => who.personId, exported: false },
      { index: 'byOpenid', value: (who) => who.openid },
    ],
    exported: { heading: '身份申诉', view: decidedContest },
    onErasure: 'remove',
  },
})

declare module '../kernel/store/collections' {
  interface Collections {
    bindings: typeof bindings
    registrations: typeof registrations
    persons: typeof persons
    'identity-keys': typeof identityKeys
    'former-persons': typeof formerPersons
    'entry-tokens': typeof entryTokens
    foundings: typeof foundings
    'phone-codes': typeof phoneCodes
    visits: typeof visits
    contests: typeof contests
  }
}
