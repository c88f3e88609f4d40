/*! uCharts 2.5.0-20230101, copyright 2018-2022 QIUN (秋云), Apache License 2.0, https://gitee.com/uCharts/uCharts */
import UCharts from '@qiun/ucharts'
import { Canvas, Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { textScale } from '../Screen/text-scale'
import { canvasOf, type FoundCanvas, penOf } from './canvas'
import { type ChartPicture, chartHeightPx, optionsOf } from './chart-options'
import { useTheme } from './use-theme'

export interface ChartProps {
  picture: ChartPicture
  /** The chart in a sentence, for screen readers. */
  label: string
}

let charts = 0
/** Unique in the whole program: the same screen may stand on the stack twice, and a query must not meet the other. */
const nextId = (): string => {
  charts += 1
  return `chart-${charts}`
}

type State = 'loading' | 'drawn' | 'refused'

/** A chart on a canvas. Where the phone gives none, the same numbers stand there as text. */
export function Chart({ picture, label }: ChartProps) {
  const [id] = useState(nextId)
  const theme = useTheme()
  const scale = textScale()
  const [state, setState] = useState<State>('loading')
  const latest = useRef(picture)
  latest.current = picture
  // A page below another is not found any more, but a canvas found earlier can still be drawn on.
  const canvas = useRef<FoundCanvas | null>(null)
  // A new object with the same numbers is no reason to draw again.
  const drawnFrom = JSON.stringify(picture)
  const isRefused = state === 'refused'
  useEffect(() => {
    if (drawnFrom === '' || isRefused) return
    let isGone = false
    let chart: UCharts | null = null
    const draw = async (): Promise<void> => {
      const found = (await canvasOf(id)) ?? canvas.current
      if (isGone) return
      canvas.current = found
      const pen = found === null ? null : penOf(found)
      if (found === null || pen === null) return setState('refused')
      const surface = { widthPx: found.width, heightPx: found.height, scale, theme }
      chart = new UCharts({ ...optionsOf(latest.current, surface), context: pen })
      setState('drawn')
    }
    draw().catch(() => setState('refused'))
    return () => {
      isGone = true
      chart?.stopAnimation()
    }
  }, [id, drawnFrom, scale, theme, isRefused])
  if (isRefused) return <Numbers picture={picture} />
  return (
    <View
      className={state === 'drawn' ? 'x-chart' : 'x-chart x-chart--loading'}
      style={{ height: `${chartHeightPx(picture, scale)}px` }}
      ariaRole="img"
      ariaLabel={[label, ...picture.points.map(({ words }) => words)].join('，')}
    >
      <Canvas type="2d" id={id} className="x-chart__canvas" />
    </View>
  )
}

function Numbers({ picture }: { picture: ChartPicture }) {
  return (
    <View className="x-chart__numbers">
      {picture.points.map(({ name, words }) => (
        <Text key={name} className="x-chart__number">
          {words}
        </Text>
      ))}
    </View>
  )
}
