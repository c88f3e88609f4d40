import type { DoneLine } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { momentText } from '@/wording/moment'
import { useDone } from '../queue/use-queue'
import './index.css'

const NOTHING = {
  title: '还没有审核过申报',
  text: '从待办开始，办一件，这里就多一件',
  action: { caption: '去看待办', onTap: () => open(routes.reviewQueue()) },
}

/** 已办: the decisions so far, and the present state of each claim. */
export default function Done() {
  const { list, lines } = useDone()
  return (
    <Loaded query={list} empty={() => lines.length === 0 && !list.hasNextPage && NOTHING}>
      {() => (
        <Screen>
          {lines.map((line) => (
            <DoneCard key={`${line.claimId} ${line.at}`} line={line} />
          ))}
          {list.hasNextPage ? <Text className="x-quiet">往下滑，看更多</Text> : null}
        </Screen>
      )}
    </Loaded>
  )
}

function DoneCard({ line }: { line: DoneLine }) {
  const { claimId, personName, kindLabel, title, act, at } = line
  const { text, tone } = nowAt(line)
  return (
    <Card label={`${personName}，${title}，${act}`} onTap={() => open(routes.reviewClaim({ claimId }))}>
      <View className="done__head">
        <Text className="done__name">{personName}</Text>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <Text className="x-quiet">{title === kindLabel ? title : `${kindLabel}：${title}`}</Text>
      <Text className="x-quiet">{`${momentText(at)} ${act}`}</Text>
    </Card>
  )
}

function nowAt({ state, waitsFor }: DoneLine): {
  text: string
  tone: 'brand' | 'done' | 'due' | 'refused' | 'quiet'
} {
  switch (state) {
    case 'submitted':
      return { text: `等${waitsFor}审核`, tone: 'brand' }
    case 'returned':
      return { text: '等本人补正', tone: 'due' }
    case 'credited':
      return { text: '已记入', tone: 'done' }
    case 'rejected':
      return { text: '没有通过', tone: 'refused' }
    case 'withdrawn':
      return { text: '本人撤回', tone: 'quiet' }
    case 'lapsed':
      return { text: '到期关闭', tone: 'refused' }
    case 'revoked':
      return { text: '已撤销', tone: 'refused' }
  }
}
