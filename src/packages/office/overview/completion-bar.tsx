import type { FiguresView } from '@server/stats/views'
import { Text, View } from '@tarojs/components'
import { percentOf } from './overview-words'

/** One body below: its name, how much of it is complete as a bar, and in words beside. A tap goes one level down. */
export function CompletionBar({ figures, onTap }: { figures: FiguresView; onTap: () => void }) {
  const { orgName, people, complete } = figures
  const percent = percentOf(complete, people)
  const words = `${complete}/${people} 人完成`
  return (
    <View
      className="overview__bar"
      hoverClass="overview__bar--pressed"
      ariaRole="button"
      ariaLabel={`${orgName}，${words}，${percent}%`}
      onClick={onTap}
    >
      <View className="overview__bar-head">
        <Text className="overview__bar-name">{orgName}</Text>
        <Text className="overview__bar-percent">{`${percent}%`}</Text>
      </View>
      <View className="overview__track">
        <View className="overview__fill" style={{ width: `${percent}%` }} />
      </View>
      <Text className="overview__bar-words">{words}</Text>
    </View>
  )
}
