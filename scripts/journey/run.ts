// The journeys, and how one is walked: on a fresh local cloud of its own, its steps counted and photographed.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { PATIENCE } from '../../local/cloud'
import { openPhone, type Phone } from '../../local/phone/driver'
import type { Pack } from '../../local/phone/pack/pack'
import { archive } from '../../tests/journeys/archive.journey'
import { claimQinghai } from '../../tests/journeys/claim-qinghai.journey'
import { claimShaanxi } from '../../tests/journeys/claim-shaanxi.journey'
import { claimShandong } from '../../tests/journeys/claim-shandong.journey'
import { colleagues } from '../../tests/journeys/colleagues.journey'
import { department } from '../../tests/journeys/department.journey'
import { entry } from '../../tests/journeys/entry.journey'
import { exam } from '../../tests/journeys/exam.journey'
import { firstDay } from '../../tests/journeys/first-day.journey'
import { imported } from '../../tests/journeys/import.journey'
import { losses } from '../../tests/journeys/losses.journey'
import { outside } from '../../tests/journeys/outside.journey'
import { policy } from '../../tests/journeys/policy.journey'
import { spotcheck } from '../../tests/journeys/spotcheck.journey'
import { title } from '../../tests/journeys/title.journey'
import { told } from '../../tests/journeys/told.journey'
import { trainee } from '../../tests/journeys/trainee.journey'
import { openWorld } from '../world'
import type { Journey, Stage } from './journey'

export const JOURNEYS: readonly Journey[] = [
  firstDay,
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
  colleagues,
  department,
  imported,
  outside,
  spotcheck,
  told,
]

/** The result of a journey: its steps, and the lines that tell of them. */
export interface Told {
  passed: number
  failed: number
  lines: string[]
}

/** One journey with its own count and what is to be told of it. */
export async function runOne(
  journey: Journey,
  { browser, packed }: { browser: Browser; packed: Pack },
): Promise<Told> {
  const started = Date.now()
  const told: Told = { passed: 0, failed: 0, lines: [] }
  const folder = path.resolve('.local/journeys', journey.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const world = await openWorld({
    dataDir: path.resolve('.local/journey-data', journey.name),
    begins: journey.begins ?? 'founded',
    packed,
    patience: PATIENCE,
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
      const number = String(told.passed + told.failed + 1).padStart(2, '0')
      try {
        await work()
        await show.assertHealthy()
        await show.shot(path.join(folder, `${number}-${name}.png`))
        told.passed += 1
        told.lines.push(`  ✓ ${name}`)
      } catch (error) {
        told.failed += 1
        await show.shot(path.join(folder, `${number}-${name}-FAILED.png`)).catch(() => undefined)
        throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
    },
  }
  try {
    await journey.run(stage)
    for (const phone of phones) await phone.assertHealthy()
  } catch (error) {
    // A step counts itself; a failure outside of steps must count too.
    if (told.failed === 0) told.failed += 1
    told.lines.push(`  ✗ ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    for (const phone of phones) await phone.close().catch(() => undefined)
    await world.stop()
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  told.lines.unshift(`journey ${journey.name} (${seconds} s): ${journey.about}`)
  return told
}
