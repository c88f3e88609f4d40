import type { ErasureView } from '@server/own-data/ask-erasure'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Input } from '@/ui/Input'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { dateText } from '@/wording/moment'
import { OwnCases } from './own-cases'
import { useDecideErasure, useErasure, useExport } from './use-own-data'
import './index.css'

const CONFIRM = '注销'
const KEPT = [
  '删除：姓名、身份证号、手机号、微信绑定、申报材料、消息',
  '保留：学时台账和申报结论，只写代号，因为单位和人社部门要对它们负责',
  '已经领取的证书仍可验证，上面的姓名和打码的身份证号留着，因为签了名不能改',
  '单位的名册是单位自己的名单，不随账号删除',
  '有诚信记录、或者有申报被认定虚假的，留一个由身份证号算出的指纹，再登记时记录还在',
  '有核查、抽查或异议没有办结时，办结后才能注销',
  '以后可以用同一个微信重新登记；之前的学时不会自动回来',
]

/** 隐私与数据: export one's own data, or erase the account. */
export default function PrivacyAndData() {
  const erasure = useErasure()
  return (
    <Loaded query={erasure}>
      {(view) => (
        <Screen>
          <Take />
          <OwnCases />
          <Leave erasure={view} />
        </Screen>
      )}
    </Loaded>
  )
}

function Take() {
  const taking = useExport()
  const share = () => {
    if (taking.data !== undefined) void Taro.shareFileMessage({ filePath: taking.data.filePath })
  }
  return (
    <Card>
      <Text className="privacy__title">导出我的数据</Text>
      <Text className="privacy__text">登记信息、学时、申报、证书、消息和与我有关的日志，放进一个文件</Text>
      <ActRefused error={taking.error} />
      {taking.data === undefined ? null : (
        <View className="privacy__summary">
          {taking.data.summary.map((line) => (
            <Text className="privacy__line" key={line}>
              {line}
            </Text>
          ))}
          <Text className="privacy__line">{`共 ${taking.data.count} 条，已存到手机`}</Text>
        </View>
      )}
      {taking.data === undefined ? (
        <Button tone="plain" block loading={taking.isPending} onTap={() => taking.mutate()}>
          导出
        </Button>
      ) : (
        <Button tone="plain" block onTap={share}>
          发送到微信聊天保存
        </Button>
      )}
    </Card>
  )
}

function Leave({ erasure }: { erasure: ErasureView }) {
  const decide = useDecideErasure()
  const [isAsking, setIsAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const ask = () => {
    decide.mutate('ask')
    setIsAsking(false)
    setTyped('')
  }
  return (
    <Card>
      <Text className="privacy__title">注销账号</Text>
      {KEPT.map((line) => (
        <Text className="privacy__text" key={line}>
          {line}
        </Text>
      ))}
      <ActRefused error={decide.error} />
      {erasure.state === 'waiting' ? (
        <Waiting erasure={erasure} busy={decide.isPending} onWithdraw={() => decide.mutate('withdraw')} />
      ) : (
        <Button tone="plain" block loading={decide.isPending} onTap={() => setIsAsking(true)}>
          申请注销
        </Button>
      )}
      <Popup visible={isAsking} title="确定要注销吗" onClose={() => setIsAsking(false)}>
        <Text className="privacy__text">
          {`${erasure.coolingDays} 天后正式注销，在那之前随时可以撤回。请输入“${CONFIRM}”两个字`}
        </Text>
        <Input label="确认" value={typed} placeholder={CONFIRM} onChange={setTyped} />
        <Button tone="danger" block disabled={typed.trim() !== CONFIRM} onTap={ask}>
          确定注销
        </Button>
      </Popup>
    </Card>
  )
}

interface WaitingProps {
  erasure: ErasureView
  busy: boolean
  onWithdraw: () => void
}

function Waiting({ erasure, busy, onWithdraw }: WaitingProps) {
  const due = erasure.dueAt === null ? '' : dateText(erasure.dueAt, true)
  return (
    <View>
      <Notice tone="due" title="已申请注销" text={`${due}正式注销，在那之前可以撤回`} />
      <Button block loading={busy} onTap={onWithdraw}>
        撤回注销
      </Button>
    </View>
  )
}
