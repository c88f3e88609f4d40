// Which function is given which variable of its environment. A function reads no other, holds no secret that it does not
// need, and does not start without those that it does.
import type { AnyDoor } from '../../domain/kernel/doors'

/** They follow from the keys of numbers, for a function that has none of those; nobody makes or keeps them. */
export const FOLLOWING = ['XUESHI_INTAKE', 'XUESHI_LOG_KEY'] as const

/** Secrets. Nothing that a function tells may hold one. */
export const SECRET_NAMES = ['XUESHI_ID_KEYS', 'XUESHI_INDEX_KEY', 'XUESHI_SIGN_KEY', ...FOLLOWING] as const

/** The public half of certificates: what checks them, and what is told of the keys. */
const CHECKING = [
  'XUESHI_SIGN_PUBLIC_KEY',
  'XUESHI_SIGN_KEY_ID',
  'XUESHI_SIGN_FROM',
  'XUESHI_PAST_SIGN_KEYS',
] as const

/**
 * Those for which no default stands. What follows from the keys of numbers is asked of a function alone that has none of
 * them.
 */
export const WITHOUT_DEFAULT = [...SECRET_NAMES, 'XUESHI_SIGN_PUBLIC_KEY'] as const

export const VARIABLES = {
  api: [
    // Registers people, finds them by their numbers, and shows a number to whoever may read it.
    'XUESHI_ID_KEYS',
    'XUESHI_INDEX_KEY',
    // Issues certificates.
    'XUESHI_SIGN_KEY',
    ...CHECKING,
    'XUESHI_PUBLIC_ORIGIN',
    'XUESHI_SAMPLES',
    'XUESHI_HOME_REGION',
    'XUESHI_TEMPLATES',
  ],
  study: [
    // Names callers in the log. It opens nothing and finds no number: sittings are counted under the hashes that the
    // person's own document says.
    'XUESHI_LOG_KEY',
    'XUESHI_SAMPLES',
  ],
  office: [
    // Rosters come in with numbers, and titles' committees read them.
    'XUESHI_ID_KEYS',
    'XUESHI_INDEX_KEY',
    'XUESHI_SAMPLES',
    'XUESHI_HOME_REGION',
  ],
  web: [
    // Takes in batches of providers that it cannot open again: it follows from the keys of numbers, and they do not from it.
    'XUESHI_INTAKE',
    ...CHECKING,
  ],
  clock: [
    // Works through batches, looks for who holds a contested number, and exchanges keys.
    'XUESHI_ID_KEYS',
    'XUESHI_INDEX_KEY',
    // A voiding that goes on by itself corrects the years that it concerns, and with them their certificates.
    'XUESHI_SIGN_KEY',
    'XUESHI_SIGN_PUBLIC_KEY',
    'XUESHI_SIGN_KEY_ID',
    'XUESHI_SIGN_FROM',
    'XUESHI_SAMPLES',
    'XUESHI_TEMPLATES',
  ],
} as const satisfies Readonly<Record<AnyDoor, readonly string[]>>

export type VariableName = (typeof VARIABLES)[AnyDoor][number]

export const DOOR_NAMES = Object.keys(VARIABLES) as readonly AnyDoor[]
