import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { Empty, type EmptyProps } from '../Empty'
import { OfflineBar } from '../OfflineBar'
import { Refused, type RefusedProps } from '../Refused'
import { Skeleton, type SkeletonShape } from '../Skeleton'
import { textScale } from './text-scale'

export type ScreenState = 'loading' | 'empty' | 'refused' | 'done'

export interface ScreenProps {
  children?: ReactNode
  state?: ScreenState
  /** The shape shown while loading. */
  skeleton?: SkeletonShape
  empty?: EmptyProps
  refused?: RefusedProps
  /** The parts that work without a network, and when the rest is sent. */
  offline?: string
  /** The main button: it stays at the bottom, within the thumb. */
  footer?: ReactNode
  /** Content up to the edges, for a video or a seal. */
  edgeless?: boolean
}

const OFFLINE = '没有网络。已打开的内容仍可查看，连上后自动更新'

/** The root of every page: size of type, safe area, its state, and the one main button. */
export function Screen(props: ScreenProps) {
  const { children, state = 'done', footer, offline = OFFLINE, edgeless = false } = props
  const scale = { '--x-scale': String(textScale()) } as CSSProperties
  const showsFooter = footer !== undefined && footer !== null && state === 'done'
  return (
    <View className="x-screen" style={scale}>
      <OfflineBar text={offline} />
      <View className={edgeless ? 'x-screen__body x-screen__body--edgeless' : 'x-screen__body'}>
        {state === 'done' ? children : <Instead {...props} state={state} />}
      </View>
      {showsFooter ? <View className="x-screen__footer">{footer}</View> : null}
    </View>
  )
}

function Instead({ state, skeleton = 'list', empty, refused }: ScreenProps & { state: ScreenState }) {
  if (state === 'loading') return <Skeleton shape={skeleton} />
  if (state === 'empty' && empty !== undefined) {
    return <Empty {...empty} />
  }
  return <Refused error={refused?.error} action={refused?.action} onRetry={refused?.onRetry} />
}
