import type { TitleLevel } from '@domain/policy/pack'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'

const LEVELS: readonly { value: TitleLevel; label: string; note?: string }[] = [
  { value: 'junior', label: '初级' },
  { value: 'middle', label: '中级' },
  { value: 'senior', label: '高级', note: '副高级和正高级' },
]

export interface Title {
  level: TitleLevel
  applicationYear: number
}

interface ChooseTitleProps {
  title: Title
  /** The platform's present year; a review looks back as often as ahead. */
  thisYear: number
  onChange: (title: Title) => void
}

/** Which title the review is about, and in which year it is applied for. */
export function ChooseTitle({ title, thisYear, onChange }: ChooseTitleProps) {
  const [picking, setPicking] = useState<'level' | 'year' | null>(null)
  const close = () => setPicking(null)
  const pick = (part: Partial<Title>) => {
    onChange({ ...title, ...part })
    close()
  }
  return (
    <View>
      <CellGroup>
        <Cell
          title="申报级别"
          note={LEVELS.find(({ value }) => value === title.level)?.label ?? ''}
          onTap={() => setPicking('level')}
        />
        <Cell title="申报年度" note={`${title.applicationYear} 年`} onTap={() => setPicking('year')} />
      </CellGroup>
      <Popup visible={picking === 'level'} title="评审哪一级职称" onClose={close}>
        <Choice
          label="评审哪一级职称"
          value={title.level}
          options={LEVELS}
          onChange={(level) => pick({ level })}
        />
      </Popup>
      <Popup visible={picking === 'year'} title="哪一年申报" onClose={close}>
        <Choice
          label="哪一年申报"
          value={String(title.applicationYear)}
          options={[thisYear - 1, thisYear, thisYear + 1].map((year) => ({
            value: String(year),
            label: `${year} 年`,
          }))}
          onChange={(year) => pick({ applicationYear: Number(year) })}
        />
      </Popup>
    </View>
  )
}
