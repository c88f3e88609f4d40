import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { back, open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { maskedIdNumber } from '../../identity-hints'
import { RefusedNotice } from '../../refused-notice'
import { useEnrolDraft } from '../../use-enrol-draft'

const LONGEST_STATEMENT = 200
const SHORTEST_STATEMENT = 4

/** The number is somebody's own, but sits on another WeChat account: the unit decides who is who. */
export default function Contest() {
  const { draft } = useEnrolDraft()
  const [statement, setStatement] = useState('')
  const send = useMutation({
    mutationFn: () =>
      cloud.account.contest.mutate({
        name: draft.name,
        idNumber: draft.idNumber,
        statement: statement.trim(),
      }),
  })
  if (send.isSuccess) {
    return (
      <Screen
        footer={
          <Button block onTap={() => open(routes.home())}>
            知道了
          </Button>
        }
      >
        <Notice
          tone="done"
          title="已经交给单位核对"
          text="单位核对是你本人后，这个身份证号会转到这个微信，从前的学时都在。也可以直接联系单位人事，会更快"
        />
      </Screen>
    )
  }
  return (
    <Screen
      footer={
        <Button
          block
          loading={send.isPending}
          disabled={statement.trim().length < SHORTEST_STATEMENT}
          onTap={() => send.mutate()}
        >
          请单位核对
        </Button>
      }
    >
      <Notice title="也许是你从前的微信登记的" text="写明情况，由登记过这个号码的单位核对。学时不会丢" />
      <CellGroup>
        <Cell title="姓名" note={draft.name} />
        <Cell title="身份证号" note={maskedIdNumber(draft.idNumber)} />
      </CellGroup>
      <TextArea
        label="情况说明"
        value={statement}
        placeholder="比如：换了微信号，原来的已经不用了"
        maxLength={LONGEST_STATEMENT}
        onChange={setStatement}
      />
      <RefusedNotice error={send.error} />
      <Button tone="quiet" block onTap={back}>
        号码填错了，回去改
      </Button>
    </Screen>
  )
}
