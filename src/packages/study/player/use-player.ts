import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { cloud } from '@/cloud/client'
import { deviceName } from '@/cloud/device-name'
import { persisted } from '@/cloud/persisted'
import { refusalOf } from '@/cloud/refusal'
import { touch } from '@/cloud/use-cloud'
import { isOnline, whenOnline } from '@/cloud/use-online'
import { PlayerVisit } from '../watch/player-visit'
import { parseWatchLog, type WatchLog } from '../watch/watch-log'
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
    isOnline,
    nowMs: () => Date.now(),
  })
  return new PlayerHands(visit)
}

/** The reads of the course and the home page that watching has changed. */
const othersAreStale = () => void touch('catalog', 'home')

/** One visit to the player: its state, and the hands that move the video. */
export function usePlayer(lectureId: string) {
  const hands = useMemo(() => handsFor(lectureId), [lectureId])
  const state = useSyncExternalStore(hands.visit.subscribe, hands.visit.current)
  useEffect(() => {
    void hands.open()
    return whenOnline(() => void hands.networkReturned())
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

const HEX = '0123456789abcdef'

const slot = persisted<string>('device', (stored) =>
  typeof stored === 'string' && stored !== '' ? stored : null,
)

/** This installation, so that two phones of one person can be told apart. It says nothing about the person. */
function deviceId(): string {
  const kept = slot.load()
  if (kept !== null) return kept
  const made = Array.from({ length: 24 }, () => HEX[Math.floor(Math.random() * 16)]).join('')
  slot.save(made)
  return made
}

/** This phone's name for the other phone's screen: 「小米 14 正在播放」. */
const deviceLabel = (): string => deviceName() || '另一台手机'
