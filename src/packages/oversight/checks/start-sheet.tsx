import type { SampleRule } from '@domain/oversight/draw-sample'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Chips } from '@/ui/Chips'
import { Popup } from '@/ui/Popup'
import '../oversight.css'

export interface StartSheetProps {
  visible: boolean
  scopeName: string
  year: number
  busy: boolean
  onStart: (order: { year: number; rule: SampleRule }) => void
  onClose: () => void
}

const SIZES = [
  { value: '5%', label: '5%' },
  { value: '10%', label: '10%' },
  { value: '5', label: '5 份' },
  { value: '20', label: '20 份' },
] as const
type Size = (typeof SIZES)[number]['value']

const STRATA = [
  { value: 'unit', label: '按单位' },
  { value: 'kind', label: '按类别' },
  { value: 'none', label: '不分层' },
] as const

const sizeOf = (size: Size): SampleRule['size'] =>
  size.endsWith('%')
    ? { by: 'share', percent: Number.parseInt(size, 10) }
    : { by: 'count', count: Number(size) }

/** A check by a rule; the seed is the server's, so that no inspector chooses whom it draws. */
export function StartSheet({ visible, scopeName, year, busy, onStart, onClose }: StartSheetProps) {
  const [size, setSize] = useState<Size>('5')
  const [strata, setStrata] = useState<SampleRule['strata']>('unit')
  const [of, setYear] = useState(year)
  return (
    <Popup visible={visible} title={`抽查${scopeName}`} onClose={onClose}>
      <View>
        <Text className="x-quiet">认定年度</Text>
        <Chips
          label="认定年度"
          value={String(of)}
          options={[year, year - 1].map((one) => ({ value: String(one), label: `${one} 年` }))}
          onChange={(value) => setYear(Number(value))}
        />
        <Text className="x-quiet">抽多少</Text>
        <Chips label="抽多少" value={size} options={SIZES} onChange={setSize} />
        <Text className="x-quiet">怎样分层</Text>
        <Chips label="怎样分层" value={strata} options={STRATA} onChange={setStrata} />
        <Text className="x-quiet">
          种子由系统当天生成，抽取的人选不了；抽查页上写明种子，谁都可以照着再抽一遍
        </Text>
        <Button
          block
          loading={busy}
          onTap={() => onStart({ year: of, rule: { size: sizeOf(size), strata } })}
        >
          开始抽查
        </Button>
      </View>
    </Popup>
  )
}
