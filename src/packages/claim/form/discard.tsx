import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { useAct } from '@/cloud/use-cloud'
import { back } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { forgetTyped } from '../draft-store'

interface Props {
  draftId: string
  /** The latest typed text is sent first, so that none of it arrives after the draft is gone. */
  save: () => Promise<unknown>
}

/** Puts a draft away for good, after asking. Putting it away twice is once, so a lost call is tried again. */
export function Discard({ draftId, save }: Props) {
  const [isAsking, setIsAsking] = useState(false)
  const discard = useAct(
    async () => {
      await save()
      await cloud.claim.discardDraft.mutate({ draftId })
    },
    {
      touches: ['claim.drafts'],
      onDone: () => {
        forgetTyped(draftId)
        back()
      },
    },
  )
  const confirmed = () => {
    setIsAsking(false)
    discard.mutate()
  }
  return (
    <View>
      {discard.error === null ? null : <ActRefused error={discard.error} />}
      <Button tone="quiet" block loading={discard.isPending} onTap={() => setIsAsking(true)}>
        删除这份草稿
      </Button>
      <Dialog
        visible={isAsking}
        title="删除这份草稿？"
        text="填的内容和传的材料不再保留，已经提交的申报不受影响"
        confirm="删除"
        cancel="再看看"
        tone="danger"
        onConfirm={confirmed}
        onCancel={() => setIsAsking(false)}
      />
    </View>
  )
}
