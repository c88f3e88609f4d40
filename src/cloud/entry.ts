import type { Channel } from '@server/people/views'

/** The way in: kept with the visit (SX22-12), decided on by the server. */
export interface Entry {
  channel: Channel
  scene: number
  /** The short token of a QR code, or null. */
  token: string | null
}

/** WeChat's options of a launch or a return. */
export interface LaunchOptions {
  scene?: number | string | undefined
  query?: Readonly<Record<string, string | undefined>> | undefined
}

/** WeChat's numbers for the ways in that we tell apart (PLATFORM: 场景值). */
const CHANNELS: Readonly<Record<number, Channel>> = {
  1035: 'menu-12333',
  1092: 'city-service',
  1014: 'message',
  1107: 'message',
  1005: 'search',
  1006: 'search',
  1027: 'search',
  1042: 'search',
  1053: 'search',
  1106: 'search',
}
const CODE_SCENES: ReadonlySet<number> = new Set([1011, 1012, 1013, 1047, 1048, 1049])

/** A code counts as one only with its token: a mini-program code printed without one just opens the app. */
export function entryOf(options: LaunchOptions): Entry {
  const scene = Number(options.scene ?? 0)
  const token = CODE_SCENES.has(scene) ? decodedToken(options.query?.scene) : null
  return { scene, token, channel: token === null ? (CHANNELS[scene] ?? 'other') : 'unit-code' }
}

/** Scanned inside the app: the camera gives the code's page path, whose `scene` is the token. */
export function scannedEntry(path: string): Entry | null {
  const given = /[?&]scene=([^&]+)/.exec(path)?.[1]
  const token = decodedToken(given)
  return token === null ? null : { scene: 1047, token, channel: 'unit-code' }
}

function decodedToken(given: string | undefined): string | null {
  if (given === undefined || given === '') return null
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}

export const isSameEntry = (one: Entry, other: Entry): boolean =>
  one.scene === other.scene && one.token === other.token
