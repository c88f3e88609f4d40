// The parts that inputs of many use cases are made of. An input's own schema stands beside its use case.
import * as z from 'zod'
import { hundredths } from '../../domain/kernel/hours'
import { type Day, day } from '../../domain/kernel/instant'
import { plainText } from '../../domain/kernel/plain-text'

const MOST_HOURS = 1_000_00

/** Text that a person typed: as it is seen, trimmed, and never longer than a screen would show. */
export const typed = (most: number) => z.string().overwrite(plainText).trim().min(1).max(most)

/** Why somebody decides as they do, for the person concerned to read. */
export const statedReason = typed(200)

export const identifier = z.string().min(1).max(200)

/** Made on the phone for one tap; it becomes part of an id, so it holds nothing that an id gives a meaning. */
export const tapId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

/** Made on the phone for a draft or a line that it will send again and again, and part of an id too. */
export const draftedId = z.string().regex(/^[A-Za-z0-9-]{6,64}$/)

/** Where a list goes on: what its last page gave. The longest holds an id of a body and the key of a store's page. */
export const cursor = z.string().max(600).optional()

export const calendarYear = z.int().min(2000).max(2100)

export const calendarDay = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day)

function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

/** A number that the phone was shown and gives back: a revision, the place of a step. */
export const count = z.int().min(0).max(1_000_000)

export const someHours = z.int().min(1).max(MOST_HOURS).transform(hundredths)

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** The input of a list over the caller's own bodies: which of them, where one is chosen, and where to go on. */
export const ofBodies = z.object({ orgId: identifier.optional(), after: cursor })
export type OfBodies = z.infer<typeof ofBodies>
