import type { Browser } from 'playwright-core'
import type { Phone } from '../../local/phone/driver'
import type { World } from '../world'

export interface Journey {
  name: string
  /** One sentence for `npm run journey`. */
  about: string
  /** As just after it was deployed; with the demo where nothing is said. */
  begins?: 'empty'
  run(stage: Stage): Promise<void>
}

/** The stage of a journey: a world of its own, phones in it, and steps that are counted and photographed. */
export interface Stage {
  world: World
  phone(o: { openid: string; page?: string; scene?: number; query?: Record<string, string> }): Promise<Phone>
  /** Runs one step; its screenshot is taken of `show`, after it succeeded or failed. */
  step(name: string, show: Phone, work: () => Promise<void>): Promise<void>
  browser: Browser
  folder: string
}
