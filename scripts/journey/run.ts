// Runs journeys one after another, each on a fresh local cloud, and counts their steps.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser, openPhone, type Phone } from '../../local/phone/driver'
import { archive } from '../../tests/journeys/archive.journey'
import { claimQinghai } from '../../tests/journeys/claim-qinghai.journey'
import { claimShaanxi } from '../../tests/journeys/claim-shaanxi.journey'
import { claimShandong } from '../../tests/journeys/claim-shandong.journey'
import { department } from '../../tests/journeys/department.journey'
import { entry } from '../../tests/journeys/entry.journey'
import { exam } from '../../tests/journeys/exam.journey'
import { imported } from '../../tests/journeys/import.journey'
import { losses } from '../../tests/journeys/losses.journey'
import { outside } from '../../tests/journeys/outside.journey'
import { policy } from '../../tests/journeys/policy.journey'
import { spotcheck } from '../../tests/journeys/spotcheck.journey'
import { title } from '../../tests/journeys/title.journey'
import { told } from '../../tests/journeys/told.journey'
import { trainee } from '../../tests/journeys/trainee.journey'
import { openWorld, type World } from '../world'

export interface Journey {
  name: string
  /** One sentence for `npm run journey`. */
  about: string
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

export const JOURNEYS: readonly Journey[] = [
  trainee,
  entry,
  losses,
  exam,
  policy,
  title,
  claimShaanxi,
  archive,
  claimShandong,
  claimQinghai,
  department,
  imported,
  outside,
  spotcheck,
  told,
]

export interface Tally {
  passed: number
  failed: number
}

export async function runJourneys(names: readonly string[]): Promise<Tally> {
  const chosen = names.length === 0 ? JOURNEYS : JOURNEYS.filter(({ name }) => names.includes(name))
  const unknown = names.filter((name) => !JOURNEYS.some((journey) => journey.name === name))
  if (unknown.length > 0)
    throw new Error(`no journey is called ${unknown.join(', ')}; npm run journey lists them`)
  const opened = await launchBrowser()
  console.log(`browser: ${opened.which}`)
  const tally: Tally = { passed: 0, failed: 0 }
  try {
    for (const journey of chosen) await runOne(journey, opened.browser, tally)
  } finally {
    await opened.close()
  }
  return tally
}

async function runOne(journey: Journey, browser: Browser, tally: Tally): Promise<void> {
  console.log(`journey ${journey.name}: ${journey.about}`)
  const folder = path.resolve('.local/journeys', journey.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const world = await openWorld({
    dataDir: path.resolve('.local/journey-data', journey.name),
    fresh: true,
    onProgress: () => undefined,
  })
  const phones: Phone[] = []
  const stage: Stage = {
    world,
    browser,
    folder,
    async phone(o) {
      const phone = await openPhone({ browser, server: world.phones, ...o })
      phones.push(phone)
      return phone
    },
    async step(name, show, work) {
      const number = String(tally.passed + tally.failed + 1).padStart(2, '0')
      try {
        await work()
        await show.assertHealthy()
        await show.shot(path.join(folder, `${number}-${name}.png`))
        tally.passed += 1
        console.log(`  ✓ ${name}`)
      } catch (error) {
        tally.failed += 1
        await show.shot(path.join(folder, `${number}-${name}-FAILED.png`)).catch(() => undefined)
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    },
  }
  const before = tally.failed
  try {
    await journey.run(stage)
    for (const phone of phones) await phone.assertHealthy()
  } catch (error) {
    // A step counts itself; a failure outside of steps must count too.
    if (tally.failed === before) tally.failed += 1
    console.log(`  ✗ ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    for (const phone of phones) await phone.close().catch(() => undefined)
    await world.stop()
  }
}
