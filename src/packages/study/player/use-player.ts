import { onlineManager } from '@tanstack/react-query'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { cloud } from '@/cloud/client'
import { persisted } from '@/cloud/persisted'
import { refusalOf } from '@/cloud/refusal'
import { touch } from '@/cloud/use-cloud'
import { PlayerVisit } from '../watch/player-visit'
import { parseWatchLog, type WatchLog } from '../watch/watch-log'
import { deviceId, deviceLabel } from './device'
import { PlayerHands } from './player-hands'

function handsFor(lectureId: string): PlayerHands {
  const visit = new PlayerVisit({
    lectureId,
    device: { id: deviceId(), name: deviceLabel() },
    cloud: {
      open: (input) => cloud.study.open.mutate(input),
      report: ({ ranges, ...input }) =>
        cloud.study.report.mutate({ ...input, ranges: ranges.map(([from, to]) => [from, to]) }),
      answer: (input) => cloud.study.answer.mutate(input),
    },
    store: persisted<WatchLog>('watch', parseWatchLog),
    codeOf: (error) => refusalOf(error)?.code ?? null,
    isOnline: () => onlineManager.isOnline(),
    nowMs: () => Date.now(),
  })
  return new PlayerHands(visit)
}

/** What the course and the home page show has changed by watching. */
const othersAreStale = () => void touch('catalog', 'home')

/** One visit to the player: its state, and the hands that move the video. */
export function usePlayer(lectureId: string) {
  const hands = useMemo(() => handsFor(lectureId), [lectureId])
  const state = useSyncExternalStore(hands.visit.subscribe, hands.visit.current)
  useEffect(() => {
    void hands.open()
    return onlineManager.subscribe((isOnline) => {
      if (isOnline) void hands.networkReturned()
    })
  }, [hands])
  const isDone = state.phase === 'open' && state.snapshot.lectureDone
  useEffect(() => {
    if (isDone) othersAreStale()
  }, [isDone])
  useDidHide(() => hands.hidden())
  useDidShow(() => hands.shown())
  useUnload(() => {
    hands.hidden()
    othersAreStale()
  })
  return { hands, state }
}
