/*! uCharts 2.5.0-20230101, copyright 2018-2022 QIUN (秋云), Apache License 2.0, https://gitee.com/uCharts/uCharts */
import UCharts from '@qiun/ucharts'
import { Canvas, Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { textScale } from '../Screen/text-scale'
import { canvasOf, surfaceOf } from './canvas'
import { type ChartPicture, chartHeightPx, optionsOf } from './chart-options'
import { useTheme } from './use-theme'

export interface ChartProps {
  /** Unique on its page: the canvas is found by it. */
  id: string
  picture: ChartPicture
  /** The chart in a sentence, for whoever hears it. */
  label: string
}

type State = 'loading' | 'drawn' | 'refused'

/** A chart on a canvas. Where the phone gives none, the same numbers stand there as text. */
export function Chart({ id, picture, label }: ChartProps) {
  const theme = useTheme()
  const scale = textScale()
  const [state, setState] = useState<State>('loading')
  const latest = useRef(picture)
  latest.current = picture
  // A new object with the same numbers is no reason to draw again.
  const drawnFrom = JSON.stringify(picture)
  const isRefused = state === 'refused'
  useEffect(() => {
    if (drawnFrom === '' || isRefused) return
    let isGone = false
    let chart: UCharts | null = null
    const draw = async (): Promise<void> => {
      const found = await canvasOf(id)
      if (isGone) return
      const context = found === null ? null : surfaceOf(found)
      if (found === null || context === null) return setState('refused')
      const surface = { widthPx: found.width, heightPx: found.height, scale, theme }
      chart = new UCharts({ ...optionsOf(latest.current, surface), context })
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
