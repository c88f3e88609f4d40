import type { TitleLevel } from '@domain/policy/pack'
import { persisted } from '@/cloud/persisted'
import type { Answers, Asked } from './declared'

/** The title under check: kept on this phone, so that check, reasons and plan speak of the same title. */
export interface TitleDraft {
  level: TitleLevel
  applicationYear: number
  minutesPerEvening: number
  answers: Answers
  /** The questions that were answered. */
  asked: readonly Asked[]
}

const LEVELS: readonly TitleLevel[] = ['junior', 'middle', 'senior']

export const titleDraft = persisted<TitleDraft>('title-draft', (stored) => {
  if (typeof stored !== 'object' || stored === null) return null
  const { level, applicationYear, minutesPerEvening, answers, asked } = stored as Record<string, unknown>
  const known = LEVELS.find((candidate) => candidate === level)
  if (known === undefined || typeof applicationYear !== 'number') return null
  if (typeof answers !== 'object' || answers === null || !Array.isArray(asked)) return null
  return {
    level: known,
    applicationYear,
    minutesPerEvening: typeof minutesPerEvening === 'number' ? minutesPerEvening : 60,
    answers: answers as Answers,
    asked: asked as readonly Asked[],
  }
})
