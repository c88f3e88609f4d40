import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type EnrolDraft, enrolDraft } from '@/cloud/enrol-draft'

/** The draft as kept on this phone; another step may have changed it while this page lay underneath. */
export function useEnrolDraft() {
  const [draft, setDraft] = useState(enrolDraft.load)
  useDidShow(() => setDraft(enrolDraft.load()))
  const keep = (change: Partial<EnrolDraft>) => setDraft(enrolDraft.keep(change))
  return { draft, keep }
}
