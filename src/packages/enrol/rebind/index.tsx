import type { ComingRebind } from '@server/membership/contests/views'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { momentText } from '@/wording/moment'
import { useComingRebinds, useObjectToRebind } from './use-rebind'

const LONGEST_STATEMENT = 200
const HOME = { caption: '回到首页', onTap: () => open(routes.home()) }
const NOTHING = {
  title: '没有要改绑的申请',
  text: '你的登记还在这个微信上',
  icon: 'check-circle',
  action: HOME,
} as const
const OBJECTED = {
  title: '已停下，等上级核对',
  text: '你的登记还在这个微信上。上级核对后会告诉你；带身份证去找上级机构，会更快',
  icon: 'check-circle',
  action: HOME,
} as const

/** The own account is about to move to another one: whoever holds it here can stop what is not theirs. */
export default function Rebind() {
  const coming = useComingRebinds()
  const object = useObjectToRebind(() => void Taro.showToast({ title: '已停下', icon: 'success' }))
  return (
    <Loaded
      query={coming}
      empty={({ rebinds }) => rebinds.length === 0 && (object.isSuccess ? OBJECTED : NOTHING)}
    >
      {({ rebinds: [first] }) => (first ? <Coming rebind={first} object={object} /> : null)}
    </Loaded>
  )
}

interface ComingProps {
  rebind: ComingRebind
  object: ReturnType<typeof useObjectToRebind>
}

function Coming({ rebind, object }: ComingProps) {
  const [statement, setStatement] = useState('')
  return (
    <Screen
      offline="没有网络。写好的话留在这里，连上后再提交"
      footer={
        <Button
          block
          tone="danger"
          disabled={statement.trim() === ''}
          loading={object.isPending}
          onTap={() => object.mutate({ contestId: rebind.contestId, statement: statement.trim() })}
        >
          不是我换的微信，停止改绑
        </Button>
      }
    >
      <Notice
        tone="due"
        title={`${momentText(rebind.movesAt)} 改绑到另一个微信`}
        text="如果是你本人换了微信，不用做什么，到时候学时都在新的微信里。不是你本人的话，写一句说明，马上停止，由上级核对"
      />
      <CellGroup>
        <Cell title="同意的单位" description={rebind.orgName} />
        <Cell title="申请时间" note={momentText(rebind.filedAt)} />
        <Cell title="对方的手机" note={rebind.mobileMasked === '' ? '没有留' : rebind.mobileMasked} />
      </CellGroup>
      <TextArea
        label="说明"
        value={statement}
        placeholder="比如：这个微信一直是我在用，没有换过"
        maxLength={LONGEST_STATEMENT}
        onChange={setStatement}
      />
      <ActRefused error={object.error} />
    </Screen>
  )
}
