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
  /** A property of TDesign's; the attribute would not be a lawful ARIA name. */
  ariaRole?: string
}

interface Typing extends Base {
  value?: string
  placeholder?: string
  maxlength?: number
  'cursor-spacing'?: number
  'cursor-color'?: string
  onChange?: On<{ value: string }>
  onBlur?: On<{ value: string }>
}

interface Choosing extends Base {
  't-class-label'?: string
  't-class-content'?: string
  checked?: boolean
  disabled?: boolean
  block?: boolean
  borderless?: boolean
  label?: string
  content?: string
  'max-label-row'?: number
  'max-content-row'?: number
  onChange?: On<{ checked: boolean }>
}

interface DialogButton {
  content: string
  theme: string
}

interface Tags {
  't-button': Base & {
    theme?: string
    size?: string
    variant?: string
    shape?: string
    block?: boolean
    loading?: boolean
    disabled?: boolean
    'open-type'?: string
    onTap?: On
    onGetphonenumber?: On<{ code?: string; errMsg: string }>
  }
  't-cell': Base & {
    title?: string
    note?: string
    description?: string
    arrow?: boolean
    hover?: boolean
    bordered?: boolean
    onClick?: On
  }
  't-cell-group': Base & { title?: string; theme?: string; bordered?: boolean }
  't-checkbox': Choosing
  't-dialog': Base & {
    visible?: boolean
    'z-index'?: number
    'overlay-props'?: { zIndex: number }
    title?: string
    content?: string
    'confirm-btn'?: DialogButton
    'cancel-btn'?: DialogButton
    onConfirm?: On
    onCancel?: On
  }
  't-icon': Base & { name?: string; size?: string }
  't-input': Typing & {
    label?: string
    layout?: string
    type?: string
    status?: string
    tips?: string
    disabled?: boolean
    borderless?: boolean
    clearable?: boolean
  }
  't-popup': Base & {
    visible?: boolean
    placement?: string
    onVisibleChange?: On<{ visible: boolean }>
  }
  't-progress': Base & {
    percentage?: number
    label?: boolean
    theme?: string
    'stroke-width'?: number
  }
  't-radio': Choosing
  't-search': Typing & { shape?: string; onClear?: On }
  't-step-item': Base & { title?: string; content?: string; 't-class-content'?: string }
  't-steps': Base & { current?: number; layout?: string; readonly?: boolean; theme?: string }
  't-tag': Base & { theme?: string; variant?: string; size?: string; shape?: string }
  't-textarea': Typing & { label?: string; bordered?: boolean; autosize?: boolean; indicator?: boolean }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
