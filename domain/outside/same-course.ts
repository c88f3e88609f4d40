import { sha256Hex } from '../kernel/digest'
import type { OutsideRow } from './read-row'

interface Whose {
  readonly personId: string
  readonly providerId: string
}

/**
 * The keys by which two rows are the same course of one person's year. Within a provider its code decides,
 * even where the title was corrected since. Between providers code and title must both agree: two platforms
 * may number different courses alike, and a title alone (公需课) says too little. The year belongs to the key:
 * the same course of another year is another.
 */
export function sameCourseKeys(row: OutsideRow, { personId, providerId }: Whose): readonly string[] {
  const { year, courseCode, courseTitle } = row
  const own = sha256Hex(`${providerId}\n${courseCode}`)
  const anybodys = sha256Hex(`${courseCode}\n${courseTitle.replace(/\s/g, '')}`)
  return [`${personId}:${year}:own:${own}`, `${personId}:${year}:any:${anybodys}`]
}
