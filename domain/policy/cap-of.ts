import type { Cap } from '../ledger/account'
import type { Notice } from './pack'

/**
 * The limit under which a course's hours fall. Where all public subjects must be passed (SX22-2), one subject gives its
 * own hours and no more: studying 科目一 twice must not stand for 科目二. Everything else has no cap in this notice.
 */
export function capOf(
  { publicSubjects }: Pick<Notice, 'publicSubjects'>,
  subjectId: string | null,
): Cap | null {
  if (publicSubjects.choice.value !== 'allOf') return null
  const subject = publicSubjects.subjects.find(({ id }) => id === subjectId)
  return subject ? { bucket: `subject:${subject.id}`, limit: subject.hours.value } : null
}
