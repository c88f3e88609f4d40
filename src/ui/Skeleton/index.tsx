import { View } from '@tarojs/components'

export type SkeletonShape = 'home' | 'list' | 'card' | 'paper'

const BLOCKS: Record<SkeletonShape, readonly string[]> = {
  home: ['ring', 'line', 'button', 'row-1', 'row-2'],
  list: ['row-1', 'row-2', 'row-3', 'row-4', 'row-5'],
  card: ['picture', 'title', 'line', 'row-1', 'row-2'],
  paper: ['line', 'title', 'row-1', 'row-2', 'row-3', 'row-4'],
}

/** The outline of the coming content, so that nothing jumps when it is there. */
export function Skeleton({ shape }: { shape: SkeletonShape }) {
  return (
    <View className="x-skeleton" ariaRole="progressbar" ariaLabel="正在打开">
      {BLOCKS[shape].map((block) => (
        <View key={block} className={`x-skeleton__block x-skeleton__block--${block.replace(/-\d$/, '')}`} />
      ))}
    </View>
  )
}
