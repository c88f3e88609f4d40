import type { ProviderView } from '@server/outside/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Check } from '@/ui/Check'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { dateText } from '@/wording/moment'
import { useKeyAct, useProviders } from '../use-outside'
import '../outside.css'

const PUBLIC_KEY_LENGTH = 130

const GROUPS = [
  { title: '通知认可的学习平台', has: ({ kind, named }: ProviderView) => kind === 'platform' && named },
  { title: '以前的通知认可的平台', has: ({ kind, named }: ProviderView) => kind === 'platform' && !named },
  { title: '继续教育基地', has: ({ kind }: ProviderView) => kind === 'base' },
  { title: '自行组织培训的主管部门', has: ({ kind }: ProviderView) => kind === 'department' },
]

/** Whose signature is taken, and for which key. */
export default function OutsideKeys() {
  const list = useProviders()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Loaded query={list}>
      {({ providers }) => {
        if (providers.length === 0)
          return (
            <Screen>
              <Empty title="没有可以登记的单位" text="本地区的通知没有认可平台之外的学时来源，也还没有基地" />
            </Screen>
          )
        return (
          <Screen>
            <Notice
              title="只收签名对得上的数据"
              text="公钥由推送单位提供，私钥留在它自己手里。登记了公钥，学时仍要符合当年的通知才会记入"
            />
            {GROUPS.map(({ title, has }) => (
              <Group key={title} title={title} providers={providers.filter(has)} onOpen={setOpened} />
            ))}
            <ProviderSheet
              provider={providers.find(({ id }) => id === opened) ?? null}
              onClose={() => setOpened(null)}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

interface GroupProps {
  title: string
  providers: readonly ProviderView[]
  onOpen: (id: string) => void
}

function Group({ title, providers, onOpen }: GroupProps) {
  if (providers.length === 0) return null
  return (
    <CellGroup title={title}>
      {providers.map((provider) => (
        <Cell
          key={provider.id}
          title={provider.name}
          description={stateOf(provider)}
          onTap={() => onOpen(provider.id)}
        />
      ))}
    </CellGroup>
  )
}

function stateOf({ keys, national }: ProviderView): string {
  const level = national ? '国家级，' : ''
  const used = keys.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (used.length > 0) return `${level}${used.length} 把公钥在用`
  return `${level}${keys.length > 0 ? '公钥都已停用，暂不接收' : '还没有公钥，暂不接收'}`
}

function ProviderSheet({ provider, onClose }: { provider: ProviderView | null; onClose: () => void }) {
  const [text, setText] = useState('')
  const [isNational, setNational] = useState<boolean | null>(null)
  const [withdrawing, setWithdrawing] = useState<number | null>(null)
  const act = useKeyAct(({ kind }) => {
    setText('')
    void Taro.showToast({ title: kind === 'set' ? '公钥已登记' : '已停用', icon: 'success' })
  })
  const typed = text.replace(/\s/g, '')
  const close = () => {
    setText('')
    setNational(null)
    act.reset()
    onClose()
  }
  const national = isNational ?? provider?.national ?? false
  const set = () => {
    if (provider !== null)
      act.mutate({ kind: 'set', providerId: provider.id, publicKeyHex: typed, isNational: national })
  }
  const withdraw = () => {
    if (provider !== null && withdrawing !== null)
      act.mutate({ kind: 'withdraw', providerId: provider.id, keyId: withdrawing })
    setWithdrawing(null)
  }
  return (
    <View>
      <Popup visible={provider !== null} title={provider?.name ?? ''} onClose={close}>
        {provider === null ? null : <Keys provider={provider} onWithdraw={setWithdrawing} />}
        <TextArea
          label="登记新的公钥"
          value={text}
          placeholder="以 04 开头，共 130 个字符"
          maxLength={400}
          onChange={setText}
        />
        {provider?.kind === 'base' ? (
          <Check checked={national} label="这是国家级继续教育基地" onChange={setNational} />
        ) : null}
        {act.error === null ? null : <ActRefused error={act.error} />}
        <Button block disabled={typed.length !== PUBLIC_KEY_LENGTH} loading={act.isPending} onTap={set}>
          登记这把公钥
        </Button>
      </Popup>
      <Dialog
        visible={withdrawing !== null}
        title={`停用第 ${withdrawing ?? ''} 号公钥？`}
        text="停用后，用它签名的数据不再接收；已经记入的学时不变。停用不能撤销，要再用请登记新的公钥"
        confirm="停用"
        cancel="再看看"
        tone="danger"
        onConfirm={withdraw}
        onCancel={() => setWithdrawing(null)}
      />
    </View>
  )
}

function Keys({ provider, onWithdraw }: { provider: ProviderView; onWithdraw: (keyId: number) => void }) {
  return (
    <View>
      {provider.keys.map(({ keyId, begins, setAt, withdrawnAt }) => (
        <View key={keyId} className="outside__key">
          <View className="x-fill">
            <Text className="outside__course">{`第 ${keyId} 号 ${begins}…`}</Text>
            <Text className="x-quiet">
              {withdrawnAt === null
                ? `${dateText(setAt, true)}登记，在用`
                : `${dateText(withdrawnAt, true)}停用`}
            </Text>
          </View>
          {withdrawnAt === null ? (
            <Button
              tone="quiet"
              size="medium"
              label={`停用第 ${keyId} 号公钥`}
              onTap={() => onWithdraw(keyId)}
            >
              停用
            </Button>
          ) : null}
        </View>
      ))}
    </View>
  )
}
