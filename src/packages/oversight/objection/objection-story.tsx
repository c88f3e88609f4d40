import type { VoidingView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'
import { OBJECTION } from '../words'
import '../oversight.css'

interface Props {
  voiding: VoidingView
  objection: NonNullable<VoidingView['objection']>
}

/** The voided hours with the reason, and the trainee's statement. */
export function ObjectionStory({ voiding, objection }: Props) {
  return (
    <>
      <Card>
        <View className="oversight__line">
          <View className="oversight__what">
            <Text className="oversight__name">{voiding.title}</Text>
            <Text className="x-quiet">{`${voiding.personName} · ${voiding.unitName}`}</Text>
            <Text className="x-quiet">
              {`${voiding.year} 年度${voiding.hours === null ? '' : ` · ${hoursText(voiding.hours)}`}`}
            </Text>
          </View>
          <Tag tone={OBJECTION[objection.state].tone}>{OBJECTION[objection.state].text}</Tag>
        </View>
      </Card>
      <Card>
        <Text className="oversight__heading">为什么作废</Text>
        <Text className="oversight__text">{voiding.reason}</Text>
        <Text className="x-quiet">{`${voiding.orgName}${voiding.byName} ${momentText(voiding.at)}`}</Text>
      </Card>
      <Card>
        <Text className="oversight__heading">本人怎样说</Text>
        <Text className="oversight__text">{objection.statement}</Text>
        {objection.timeline.map(({ kind, at, byName, orgName, note }) => (
          <Text className="x-quiet" key={`${kind} ${at}`}>
            {kind === 'filed'
              ? `${momentText(at)} ${byName}提出`
              : `${momentText(at)} ${orgName}${byName}：${OBJECTION[kind].text}，${note}`}
          </Text>
        ))}
      </Card>
    </>
  )
}
