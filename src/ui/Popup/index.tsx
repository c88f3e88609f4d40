import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../Icon'

export interface PopupProps {
  visible: boolean
  title: string
  children: ReactNode
  /** A tap beside it or on its cross. Without it the sheet stays until its task is done. */
  onClose?: () => void
}

/** A sheet from below, for a choice or a reason. */
export function Popup({ visible, title, children, onClose }: PopupProps) {
  return (
    <t-popup
      visible={visible}
      placement="bottom"
      aria-label={title}
      onVisibleChange={(event) => {
        if (!event.detail.visible) onClose?.()
      }}
    >
      <View className="x-popup" ariaRole="dialog" ariaLabel={title}>
        <View className="x-popup__head">
          <Text className="x-popup__title">{title}</Text>
          {onClose === undefined ? null : (
            <View className="x-popup__close" ariaRole="button" ariaLabel="关闭" onClick={onClose}>
              <Icon name="close" size={22} />
            </View>
          )}
        </View>
        {children}
      </View>
    </t-popup>
  )
}
