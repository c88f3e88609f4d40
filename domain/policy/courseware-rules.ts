import type { Hours } from '../kernel/hours'
import type { Value } from './value'

/** Limits for a course's files; `domain/courseware` checks each of them. */
export interface CoursewareRules {
  readonly publicHours: Value<Hours>
  readonly publicLectures: Value<number>
  readonly professionalHours: Value<readonly Hours[]>
  readonly patrioticHours: Value<Hours> | null
  readonly lectureMinutes: Value<{
    readonly least: number
    readonly most: number
    readonly warnLeast: number
    readonly warnMost: number
  }>
  /** The share of a course's hours that its lectures' minutes must fill, an hour being 60 minutes. */
  readonly filledPercent: Value<number>
  readonly openingSequence: Value<boolean>
  readonly titleSeconds: Value<number>
  readonly credits: Value<readonly string[]>
  readonly closingCredits: Value<readonly string[]>
  readonly previewSeconds: Value<number>
  readonly codec: Value<string>
  readonly container: Value<string>
  readonly videoKbps: Value<{ readonly least: number; readonly most: number }>
  readonly frame: Value<{ readonly width: number; readonly height: number }>
  readonly aspect: Value<string>
  readonly framesPerSecond: Value<number>
  readonly progressive: Value<boolean>
  /** Properties that all lectures of a course must share. */
  readonly uniform: Value<readonly ('frame' | 'aspect')[]>
  readonly audio: Value<{
    readonly codec: string
    readonly hertz: number
    readonly kbps: number
    readonly channels: number
  }>
  /** Percentage by which the measured rate of constant-rate audio may differ. */
  readonly audioTolerancePercent: Value<number>
  readonly peakDb: Value<{ readonly least: number; readonly most: number }>
  readonly oneVideoStream: Value<boolean>
  /** Properties that only a person can see or hear, and confirms. */
  readonly byEye: readonly {
    readonly id: string
    readonly label: string
    readonly needed: Value<boolean>
  }[]
}
