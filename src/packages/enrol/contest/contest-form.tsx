import { View } from '@tarojs/components'
import { useState } from 'react'
import { back, open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { maskedIdNumber } from '../identity-hints'
import { useEnrolDraft } from '../use-enrol-draft'
import { useFileContest } from './use-contest'

const LONGEST_STATEMENT = 200
const SHORTEST_STATEMENT = 4

/** Contests a number that another WeChat account holds, in the caller's own words. */
export function ContestForm({ onFiled }: { onFiled: () => void }) {
  const { draft } = useEnrolDraft()
  const [statement, setStatement] = useState('')
  const send = useFileContest(onFiled)
  if (draft.idNumber === '') return <NothingTyped />
  const { name, idNumber } = draft
  return (
    <Screen
      footer={
        <Button
          block
          loading={send.isPending}
          disabled={statement.trim().length < SHORTEST_STATEMENT}
          onTap={() => send.mutate({ name, idNumber, statement: statement.trim() })}
        >
          请单位核对
        </Button>
      }
    >
      <Notice title="也许是你从前的微信登记的" text="写明情况，由登记过这个号码的单位核对。学时不会丢" />
      <CellGroup>
        <Cell title="姓名" note={name} />
        <Cell title="身份证号" note={maskedIdNumber(idNumber)} />
      </CellGroup>
      <TextArea
        label="情况说明"
        value={statement}
        placeholder="比如：换了微信号，原来的已经不用了"
        maxLength={LONGEST_STATEMENT}
        onChange={setStatement}
      />
      <ActRefused error={send.error} />
      <Button tone="quiet" block onTap={back}>
        号码填错了，回去改
      </Button>
    </Screen>
  )
}

/** The typed registration is gone from this phone: it is asked for again in its usual place. */
function NothingTyped() {
  return (
    <Screen
      footer={
        <Button block onTap={() => open(routes.enrolConsent())}>
          去填写
        </Button>
      }
    >
      <View>
        <Notice title="先填写姓名和身份证号" text="填好后提交，提示号码已有人登记时，再回到这里" />
      </View>
    </Screen>
  )
}
