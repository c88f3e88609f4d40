import type { InboxMessageView } from '@server/afterwards/inbox/views'
import { Text, View } from '@tarojs/components'
import { open } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { momentText } from '@/wording/moment'
import { routeOf } from './message-route'
import { useInbox, useMarkRead } from './use-inbox'
import './index.css'

const MOST_AT_ONCE = 50
const EMPTY = {
  title: '还没有消息',
  text: '审核结果、截止提醒都会出现在这里，不订阅也收得到',
  icon: 'notification',
} as const

/** 消息: all that one was told, whether or not WeChat delivered it. */
export default function Inbox() {
  const { inbox, messages } = useInbox()
  const markRead = useMarkRead()
  const unread = messages.filter(({ isUnread }) => isUnread).map(({ id }) => id)
  const footer =
    unread.length > 1 ? (
      <Button
        tone="plain"
        block
        loading={markRead.isPending}
        onTap={() => markRead.mutate(unread.slice(0, MOST_AT_ONCE))}
      >
        {`${unread.length} 条全部标为已读`}
      </Button>
    ) : null
  const read = (message: InboxMessageView) => {
    if (message.isUnread) markRead.mutate([message.id])
    const route = routeOf(message.place)
    if (route !== null) open(route)
  }
  return (
    <Loaded query={inbox} empty={() => messages.length === 0 && EMPTY}>
      {() => (
        <Screen footer={footer} offline="没有网络。消息仍可查看，连上后自动更新">
          {messages.map((message) => (
            <Message key={message.id} message={message} onTap={() => read(message)} />
          ))}
          {inbox.hasNextPage ? <Text className="inbox__quiet">往下滑，看更早的</Text> : null}
        </Screen>
      )}
    </Loaded>
  )
}

function Message({ message, onTap }: { message: InboxMessageView; onTap: () => void }) {
  const { title, text, at, isUnread } = message
  return (
    <Card label={`${isUnread ? '未读，' : ''}${title}，${text}`} onTap={onTap}>
      <View className="inbox__head">
        <Text className={isUnread ? 'inbox__title inbox__title--unread' : 'inbox__title'}>{title}</Text>
        {isUnread ? <Tag tone="brand">未读</Tag> : null}
      </View>
      <Text className="inbox__text">{text}</Text>
      <Text className="inbox__quiet">{momentText(at)}</Text>
    </Card>
  )
}
