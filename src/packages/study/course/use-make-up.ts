import type { CourseView } from '@server/learning/catalog/views'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { touch, useAct } from '@/cloud/use-cloud'

/**
 * The question that a course of a past year asks first: which year its hours fill. `ask` runs the tapped action at once
 * where nothing is to be confirmed, and after the confirmation where it is.
 */
export function useMakeUp(course: CourseView | undefined) {
  const [wanted, setWanted] = useState<{ go: () => void } | null>(null)
  // The same word twice is one enrolment, so a call that was lost may be made again.
  const enrolment = useAct(cloud.study.enrol, {
    onDone: async () => {
      const go = wanted?.go
      setWanted(null)
      await touch('catalog')
      go?.()
    },
  })
  const asks = course?.makeUp != null && !course.makeUp.confirmed
  return {
    isAsking: wanted !== null,
    isSending: enrolment.isPending,
    error: enrolment.error,
    ask: (go: () => void) => (asks ? setWanted({ go }) : go()),
    confirm: () => {
      if (course) enrolment.mutate({ courseId: course.id, targetYear: course.year })
    },
    cancel: () => {
      setWanted(null)
      enrolment.reset()
    },
  }
}
