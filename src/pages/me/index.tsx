import type { MeView } from '@server/home/views'
import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { scanCode } from '@/cloud/scan-code'
import { open, routes } from '@/routes'
import { BindingNotice } from '@/ui/BindingNotice'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Popup } from '@/ui/Popup'
import { Privacy } from '@/ui/Privacy'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { bindingText, channelText, unreadText } from '@/wording/labels'
import { dateText } from '@/wording/moment'
import { PRIVACY_TITLE } from '@/wording/privacy'
import { Help } from './help'
import { ANYBODY, Menu, PageCells } from './menu'
import { useMe } from './use-me'
import './index.css'

const NEWCOMER = {
  title: '还没有登记',
  text: '登记后，这里能看到你的学时和证书',
  icon: 'user',
  action: { caption: '开始登记', onTap: () => open(routes.enrolConsent()) },
} as const

export default function Me() {
  const { me, isNewcomer } = useMe()
  if (isNewcomer)
    return (
      <Page>
        <Empty {...NEWCOMER} />
      </Page>
    )
  return (
    <Loaded query={me}>
      {(view) => (
        <Page>
          <Person me={view} />
        </Page>
      )}
    </Loaded>
  )
}

function Page({ children }: PropsWithChildren) {
  return (
    <Screen>
      {children}
      <Service />
    </Screen>
  )
}

const TONES = { claimed: 'due', verified: 'done', contested: 'refused' } as const

function Person({ me }: { me: MeView }) {
  const { person } = me
  const viewer = { roles: person.roles, keepsArchive: me.keepsArchive }
  return (
    <View>
      <Card>
        <View className="me__head">
          <Text className="me__name">{person.name}</Text>
          <Tag tone={TONES[person.binding]}>{bindingText[person.binding]}</Tag>
        </View>
        <Text className="me__line">{person.unit.name}</Text>
        <Text className="me__line">{`身份证 ${person.idNumberMasked}`}</Text>
        <Text className="me__line">{`手机 ${person.mobileMasked}`}</Text>
        <Text className="me__line me__line--quiet">
          {`${dateText(me.registeredAt, true)}登记，从${channelText[me.channel]}进入`}
        </Text>
      </Card>
      <BindingNotice person={person} />
      <Menu menu="messages" viewer={viewer} note={me.unread === 0 ? '' : `${unreadText(me.unread)} 条未读`} />
      <Menu menu="learning" title="我的学习" viewer={viewer} />
      <Menu menu="unit" title="单位" viewer={viewer} />
      <Menu menu="review" title="审核" viewer={viewer} />
      <Menu menu="members" title={`${person.unit.name} · 审核人`} viewer={viewer} />
      <Menu menu="office" title="管理" viewer={viewer} />
    </View>
  )
}

function Service() {
  const [sheet, setSheet] = useState<'privacy' | 'help' | null>(null)
  const close = () => setSheet(null)
  return (
    <View>
      <CellGroup title="服务">
        <PageCells menu="service" viewer={ANYBODY} />
        <Cell title="扫一扫" description="扫单位或班级的二维码" onTap={() => void scanCode()} />
        <Cell title="常见问题" onTap={() => setSheet('help')} />
        <PageCells menu="own-data" viewer={ANYBODY} />
        <Cell title={PRIVACY_TITLE} onTap={() => setSheet('privacy')} />
      </CellGroup>
      <Popup visible={sheet === 'help'} title="常见问题" onClose={close}>
        <Help />
      </Popup>
      <Popup visible={sheet === 'privacy'} title={PRIVACY_TITLE} onClose={close}>
        <Privacy />
      </Popup>
    </View>
  )
}
