import type { PlanProviderView } from '@server/titles/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Popup } from '@/ui/Popup'
import { dayText } from '@/wording/moment'
import { ClauseList } from '../clause-list'

/** Hours that only another provider may give: the provider, the way there, the last day, and the notice's words. */
export function ProviderCard({ provider, title }: { provider: PlanProviderView; title: string }) {
  const [isOpen, setOpen] = useState(false)
  const { places, lastDay, clauses } = provider
  return (
    <Card>
      <Text className="x-line x-line--strong">{title}</Text>
      <Text className="x-quiet">
        {`按通知，这部分可以在下面的平台学${lastDay === null ? '' : `，${dayText(lastDay, true)}前学完`}；费用以平台为准`}
      </Text>
      {places.map((place) => (
        <Place key={place.name} {...place} />
      ))}
      <View className="provider__basis">
        <Button size="medium" tone="quiet" onTap={() => setOpen(true)}>
          通知怎样规定
        </Button>
      </View>
      <Popup visible={isOpen} title="通知怎样规定" onClose={() => setOpen(false)}>
        <ClauseList clauses={clauses} />
      </Popup>
    </Card>
  )
}

function Place({ name, address, phone }: PlanProviderView['places'][number]) {
  return (
    <View className="provider__place">
      <Text className="x-line x-line--strong">{name}</Text>
      {address === null ? null : <Text className="provider__address">{address}</Text>}
      {phone === null ? null : <Text className="x-quiet">{`电话 ${phone}`}</Text>}
      {address === null ? null : (
        <View className="provider__copy">
          <Button
            size="medium"
            tone="plain"
            label={`复制${name}的网址`}
            onTap={() => void Taro.setClipboardData({ data: address })}
          >
            复制网址
          </Button>
        </View>
      )}
    </View>
  )
}
