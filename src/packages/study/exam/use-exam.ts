import { onlineManager } from '@tanstack/react-query'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { cloud } from '@/cloud/client'
import { persisted } from '@/cloud/persisted'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { refusalOf } from '@/cloud/refusal'
import { replace, routes } from '@/routes'
import { type AnswerSheet, parseAnswerSheet } from '../paper/answer-sheet'
import { ExamSitting } from '../paper/exam-sitting'

const sittingOf = (courseId: string): ExamSitting =>
  new ExamSitting({
    courseId,
    cloud: {
      start: (input) => cloud.exam.start.mutate(input),
      save: (input) => cloud.exam.save.mutate(input),
      submit: (input) => cloud.exam.submit.mutate(input),
    },
    store: persisted<AnswerSheet>('exam', parseAnswerSheet),
    codeOf: (error) => refusalOf(error)?.code ?? null,
    nowMs: () => Date.now(),
  })

/** A result makes the data of all other pages stale. */
function othersAreStale(): void {
  const { catalog, home, hours, certificate } = queryKeys
  for (const { all } of [catalog, home, hours, certificate]) void queries.invalidateQueries({ queryKey: all })
}

/** One exam, from opening the paper to the result page that replaces it. */
export function useExam(courseId: string) {
  const sitting = useMemo(() => sittingOf(courseId), [courseId])
  const state = useSyncExternalStore(sitting.subscribe, sitting.current)
  useEffect(() => {
    void sitting.start()
    return onlineManager.subscribe((isOnline) => {
      if (isOnline) sitting.tellWhatWaits()
    })
  }, [sitting])
  useDidHide(() => sitting.tellWhatWaits())
  useDidShow(() => void sitting.tick())
  useUnload(() => sitting.tellWhatWaits())
  useEffect(() => {
    if (state.phase !== 'closed') return
    const { attemptId, result } = state
    if (result !== null) queries.setQueryData(queryKeys.exam.result(attemptId), result)
    othersAreStale()
    replace(routes.result({ attemptId }))
  }, [state])
  return { sitting, state }
}

/** Seconds left, once a second, by the server's clock. */
export function useSecondsLeft(sitting: ExamSitting): number {
  const [seconds, setSeconds] = useState(() => sitting.left())
  useEffect(() => {
    const timer = setInterval(() => setSeconds(sitting.tick()), 1000)
    return () => clearInterval(timer)
  }, [sitting])
  return seconds
}
