// Taro's own elements for Jest: plain elements that keep the properties a test looks for (words, labels,
// roles, taps).
import { createElement, type ReactNode } from 'react'

interface Props {
  children?: ReactNode
  className?: string
  style?: object
  id?: string
  src?: string
  ariaLabel?: string
  ariaRole?: string
  name?: string
  onClick?: (() => void) | undefined
}

function element(tag: string, props: Props) {
  const { children, className, style, id, src, ariaLabel, ariaRole, name, onClick } = props
  const attributes = { className, style, id, src, role: ariaRole, 'aria-label': ariaLabel, 'data-slot': name }
  return createElement(tag, { ...attributes, onClick }, children)
}

export const View = (props: Props) => element('div', props)
export const Text = (props: Props) => element('span', props)
export const ScrollView = (props: Props) => element('div', props)
export const Slot = (props: Props) => element('div', props)
export const Image = (props: Props) => element('img', props)
export const Video = (props: Props) => element('video', props)
export const Canvas = (props: Props) => element('canvas', props)
