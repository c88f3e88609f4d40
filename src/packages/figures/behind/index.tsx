import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { missingWords } from '../overview-words'
import { useBehind } from '../use-overview'
import './index.css'

const OFFLINE = '没有网络。名单仍可查看，连上后自动更新'

/** The people of a unit who are behind, with their missing hours. */
export default function Behind() {
  const { orgId, year } = useRouteParameters('orgId', 'year')
  const { behind, people } = useBehind(orgId, Number(year))
  const allDone = (orgName: string) =>
    ({
      title: '都完成了',
      text: `${orgName} ${year} 年没有人落下`,
      icon: 'check-circle',
      tone: 'done',
    }) as const
  return (
    <Loaded query={behind} offline={OFFLINE} empty={({ orgName }) => people.length === 0 && allDone(orgName)}>
      {({ orgName }) => (
        <Screen offline={OFFLINE}>
          <Text className="behind__head">{`${orgName} · ${year} 年`}</Text>
          {people.map((person) => (
            <Card key={person.personId}>
              <View className="behind__line">
                <Text className="behind__name">{person.name}</Text>
                {person.verified ? null : <Tag tone="due">待核对</Tag>}
              </View>
              <Text className="x-quiet">{person.idNumberMasked}</Text>
              <Text className="behind__missing">{missingWords(person)}</Text>
            </Card>
          ))}
          {behind.hasNextPage ? <Text className="behind__head">往下滑，看更多</Text> : null}
        </Screen>
      )}
    </Loaded>
  )
}
