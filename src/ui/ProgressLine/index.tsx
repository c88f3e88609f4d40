import { Text, View } from '@tarojs/components'

/** How far a course is, with the words beside the line. */
export function ProgressLine({ percent, label }: { percent: number; label: string }) {
  return (
    <View className="x-progress-line">
      <View className="x-progress-line__bar">
        <t-progress
          theme="line"
          percentage={percent}
          label={false}
          stroke-width={8}
          aria-label={`${label}，${percent}%`}
        />
      </View>
      <Text className="x-progress-line__label">{label}</Text>
    </View>
  )
}
