import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { cloud } from '@/cloud/client'
import { persisted } from '@/cloud/persisted'
import { refusalOf } from '@/cloud/refusal'
import { keep, touch } from '@/cloud/use-cloud'
import { whenOnline } from '@/cloud/use-online'
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

/** A result changes what every other page says. */
const othersAreStale = () => touch('catalog', 'home', 'hours', 'certificate')

/** One exam, from opening the paper to the result page that replaces it. */
export function useExam(courseId: string) {
  const sitting = useMemo(() => sittingOf(courseId), [courseId])
  const state = useSyncExternalStore(sitting.subscribe, sitting.current)
  useEffect(() => {
    void sitting.start()
    return whenOnline(() => sitting.tellWhatWaits())
  }, [sitting])
  useDidHide(() => sitting.tellWhatWaits())
  useDidShow(() => void sitting.tick())
  useUnload(() => sitting.tellWhatWaits())
  useEffect(() => {
    if (state.phase !== 'closed') return
    const { attemptId, result } = state
    if (result !== null) keep(cloud.exam.result, { attemptId }, result)
    void othersAreStale()
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
