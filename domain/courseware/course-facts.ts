import type { Hours } from '../kernel/hours'
import type { Category } from '../policy/pack'

/** One lecture's file as a program measured it, and the names its title shows. Plain data. */
export interface LectureFacts {
  readonly number: number
  readonly seconds: number
  readonly titleSeconds: number
  /** The names in the title: 课程名称, 讲次, … */
  readonly titleNames: readonly string[]
  readonly container: string
  readonly videoStreams: number
  readonly video: VideoFacts
  readonly audio: AudioFacts
}

interface VideoFacts {
  readonly codec: string
  readonly averageKbps: number
  /** Lowest and highest rate over any ten seconds, where it was measured. */
  readonly leastKbps?: number
  readonly mostKbps?: number
  readonly width: number
  readonly height: number
  /** Display aspect, as in `16:9`. */
  readonly aspect: string
  readonly framesPerSecond: number
  readonly progressive: boolean
}

interface AudioFacts {
  readonly codec: string
  readonly hertz: number
  readonly kbps: number
  readonly channels: number
  /** Highest level, in dB below full scale. */
  readonly peakDb: number
}

/** One course as a base submits it. */
export interface CoursewareFacts {
  readonly category: Category
  readonly hours: Hours
  readonly patrioticHours?: Hours
  readonly openingSequence: boolean
  readonly closingNames: readonly string[]
  /** Length of each preview, in seconds. */
  readonly previews: readonly number[]
  readonly lectures: readonly LectureFacts[]
  /** Ids of the properties that a person checked by eye and confirmed. */
  readonly confirmed: readonly string[]
}
