import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** Cells that belong together, on one rounded surface, with an optional heading above it. */
export function CellGroup({ title = '', children }: { title?: string; children: ReactNode }) {
  return (
    <View className="x-cell-group">
      {title === '' ? null : <Text className="x-cell-group__title">{title}</Text>}
      <t-cell-group title="" theme="card" bordered={false} t-class="x-cell-group__cells">
        {children}
      </t-cell-group>
    </View>
  )
}
