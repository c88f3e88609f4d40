import type { Instant } from '../../../domain/kernel/instant'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { Attachment } from './attachment'

/**
 * A file that was uploaded and kept, whether or not a draft, a claim or an archive line still shows it: by it the file
 * is found as the person is forgotten. `_id` is the path that the phone was told to put it.
 */
export interface EvidenceFileDocument extends Stored, Attachment {
  /** The file as the phone put it, of which `fileId` is the copy. */
  uploaded: string
  /** Whose learning it is evidence of; a reviewer may have uploaded it. */
  personId: string
  at: Instant
}

export const evidenceFiles = collection<EvidenceFileDocument>()({
  indexes: { byPerson: by('personId', '-at') },
  personal: {
    leads: [{ index: 'byPerson', value: (who) => who.personId }],
    exported: { heading: '上传的材料文件' },
    onErasure: 'remove',
    files: ({ fileId, uploaded }) => [fileId, uploaded],
  },
})

declare module '../../kernel/store/collections' {
  interface Collections {
    'evidence-files': typeof evidenceFiles
  }
}
