import { instant, yearOf } from '@domain/kernel/instant'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'
import { useEntry } from '@/cloud/use-entry'
import { declaredOf } from './declared'
import { type TitleDraft, titleDraft } from './title-draft'

const MINUTES_PER_EVENING = 60

const fresh = (): TitleDraft => ({
  level: 'senior',
  applicationYear: yearOf(instant(Date.now())),
  minutesPerEvening: MINUTES_PER_EVENING,
  answers: {},
  asked: [],
})

/** A year of application that has passed meanwhile is replaced. */
function loaded(): TitleDraft {
  const draft = titleDraft.load()
  return draft === null || draft.applicationYear < fresh().applicationYear ? fresh() : draft
}

/** A caller without a registration has no ledger to check. */
export function useIsNewcomer(): boolean {
  const { data } = useEntry()
  return data !== undefined && data.person === null
}

/** The title that is being checked; each page of the package shows the same one. */
export function useTitleDraft() {
  const [draft, setDraft] = useState<TitleDraft>(loaded)
  useDidShow(() => setDraft(loaded()))
  const change = (part: Partial<TitleDraft>) => {
    const next = { ...draft, ...part }
    titleDraft.save(next)
    setDraft(next)
  }
  return { draft, change }
}

export function useTitleCheck({ level, applicationYear, answers, asked }: TitleDraft) {
  const input = { level, applicationYear, declared: declaredOf(asked, answers) }
  return useRead(cloud.title.check, input, { onShow: 'ask-if-stale' })
}

export function useTitlePlan({ level, applicationYear, answers, asked, minutesPerEvening }: TitleDraft) {
  const input = { level, applicationYear, minutesPerEvening, declared: declaredOf(asked, answers) }
  return useRead(cloud.title.plan, input, { keepsPrevious: true, onShow: 'ask-if-stale' })
}
