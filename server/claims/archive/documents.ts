import type { Hours } from '../../../domain/kernel/hours'
import type { Day, Instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import { by, collection } from '../../kernel/store/collection'
import { IN_OFFICE, RANDOM_ID } from '../../kernel/store/personal'
import type { Stored } from '../../kernel/store/stored'
import { type Attachment, filesOf } from '../evidence/attachment'

/** One item of a person's self-study, with the hours that their unit fixed for it (NY22-9). */
export interface ArchiveLine {
  /** Made on the reviewer's phone: sent twice it is one line. */
  id: string
  /** Id of the pack's kind, and which of the notice's forms of it. */
  kind: string
  way: string
  title: string
  from: Day
  to: Day
  how: string
  hours: Hours
  attachments: Attachment[]
  state: 'kept' | 'withdrawn'
  /** The claim that stands on it, or that did until it ended; a line gives its hours once. */
  claimId: string | null
  /** Rises with every change, so that nobody overwrites what they have not read. */
  revision: number
  keptByName: string
  keptAt: Instant
}

/**
 * 学习档案 of one person and year, kept by one unit. `_id` is `${unitId}:${personId}:${targetYear}`. Index byPerson:
 * (personId, targetYear, unitId).
 */
export interface StudyArchiveDocument extends Stored {
  unitId: string
  unitName: string
  personId: string
  personName: string
  region: Region
  targetYear: number
  lines: ArchiveLine[]
}

export const studyArchives = collection<StudyArchiveDocument>()({
  indexes: {
    byPerson: by('personId', 'targetYear', 'unitId'),
    byOwner: by('personId', 'targetYear'),
  },
  personal: {
    leads: [{ index: 'byOwner', value: (who) => who.personId }],
    exported: { heading: '学习档案', told: ['lines.keptByName'] },
    onErasure: 'rewrite',
    fields: {
      personId: RANDOM_ID,
      personName: 'pseudonym',
      'lines.keptByName': IN_OFFICE,
      'lines.attachments.name': 'rest',
    },
    words: ['lines.title', 'lines.how'],
    rest: ({ lines }) => ({ lines: lines.map((line) => ({ ...line, attachments: [] })) }),
    files: ({ lines }) => lines.flatMap(filesOf),
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'study-archives': typeof studyArchives
  }
}
