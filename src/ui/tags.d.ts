import type { CSSProperties, Key, ReactNode } from 'react'

/** An event of a native component as Taro delivers it. */
export interface TagEvent<Detail = Record<string, unknown>> {
  type: string
  detail: Detail
}
type On<Detail = Record<string, unknown>> = (event: TagEvent<Detail>) => void

interface Base {
  key?: Key | null
  id?: string
  /** Taro does not map className on native components. */
  class?: string
  style?: CSSProperties | string
  children?: ReactNode
  't-class'?: string
  'aria-label'?: string
  'aria-role'?: string
}

interface Tags {
  't-button': Base & {
    theme?: string
    size?: string
    variant?: string
    block?: boolean
    loading?: boolean
    disabled?: boolean
    icon?: string
    'open-type'?: string
    onTap?: On
    onGetphonenumber?: On<{ code?: string; errMsg: string }>
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
