import { formatHours, type Hours } from '@domain/kernel/hours'
import type { StandingView } from '@server/membership/standing'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { LoadedPart } from '@/ui/Loaded'
import { More } from '@/ui/More'
import { Tag } from '@/ui/Tag'
import { useRemind, useStanding } from './use-people'

const NOTHING = {
  behind: { title: '今年都学满了', text: '没有人落下，辛苦了', icon: 'usergroup', tone: 'done' },
  all: { title: '还没有核对过的人', text: '核对过的人员会列在这里', icon: 'usergroup', tone: 'done' },
} as const

/** This year's completion of the unit's people: who is behind, by how many hours, and a reminder at the thumb. */
export function StandingList() {
  const [filter, setFilter] = useState<'behind' | 'all'>('behind')
  const { list, people } = useStanding(filter === 'behind')
  const remind = useRemind()
  const send = ({ personId, name }: StandingView) =>
    remind.mutate(personId, {
      onSuccess: () => void Taro.showToast({ title: `已提醒${name}`, icon: 'success' }),
    })
  return (
    <View>
      <LoadedPart query={list} empty={() => people.length === 0 && !list.hasNextPage && NOTHING[filter]}>
        {() =>
          people.map((person) => (
            <Standing
              key={person.personId}
              person={person}
              busy={remind.isPending && remind.variables === person.personId}
              onRemind={() => send(person)}
            />
          ))
        }
      </LoadedPart>
      <More list={list}>看更多人员</More>
      <Button tone="quiet" block onTap={() => setFilter(filter === 'behind' ? 'all' : 'behind')}>
        {filter === 'behind' ? '看全部人员的进度' : '只看还没学满的人'}
      </Button>
    </View>
  )
}

interface StandingProps {
  person: StandingView
  busy: boolean
  onRemind: () => void
}

function Standing({ person, busy, onRemind }: StandingProps) {
  const isBehind = person.complete === false
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{person.name}</Text>
        {person.complete === null ? null : (
          <Tag tone={isBehind ? 'due' : 'done'}>{isBehind ? '还没学满' : '已学满'}</Tag>
        )}
      </View>
      <Text className="x-quiet">{`身份证 ${person.idNumberMasked}`}</Text>
      {isBehind ? <Text className="x-quiet">{missingText(person)}</Text> : null}
      {person.pending > 0 ? (
        <Text className="x-quiet">{`另有 ${formatHours(person.pending)} 学时待审验`}</Text>
      ) : null}
      {isBehind ? (
        <View className="x-acts">
          <Button
            tone="plain"
            size="medium"
            disabled={person.remindedToday}
            loading={busy}
            label={person.remindedToday ? `今天已提醒${person.name}` : `提醒${person.name}`}
            onTap={onRemind}
          >
            {person.remindedToday ? '今天已提醒' : '提醒他'}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

function missingText({ missingPublic, missingProfessional }: StandingView): string {
  const part = (name: string, hours: Hours) => (hours > 0 ? `${name} ${formatHours(hours)} 学时` : '')
  const parts = [part('公需', missingPublic), part('专业', missingProfessional)]
  return `还差${parts.filter((text) => text !== '').join('、')}`
}
