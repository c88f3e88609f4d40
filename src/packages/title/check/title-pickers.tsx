import type { TitleLevel } from '@domain/policy/pack'
import type { TitleAsked } from '@server/titles/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Choice } from '@/ui/Choice'
import { Popup } from '@/ui/Popup'
import type { TitleDraft } from '../title-draft'

const LEVELS: readonly { level: TitleLevel; label: string }[] = [
  { level: 'junior', label: '初级' },
  { level: 'middle', label: '中级' },
  { level: 'senior', label: '高级' },
]
const NOTES: Partial<Record<TitleLevel, string>> = { senior: '副高级和正高级' }

interface TitlePickersProps {
  draft: TitleDraft
  view: TitleAsked | undefined
  onChange: (part: Partial<TitleDraft>) => void
}

/** Which title, and in which year it is applied for; the region's own levels, once they are known. */
export function TitlePickers({ draft, view, onChange }: TitlePickersProps) {
  const [picking, setPicking] = useState<'level' | 'year' | null>(null)
  const levels = view?.levels ?? LEVELS
  const years = view?.applicationYears ?? [draft.applicationYear, draft.applicationYear + 1]
  const pick = (part: Partial<TitleDraft>) => {
    onChange(part)
    setPicking(null)
  }
  const close = () => setPicking(null)
  return (
    <View>
      <CellGroup>
        <Cell
          title="申报级别"
          note={levels.find(({ level }) => level === draft.level)?.label ?? ''}
          onTap={() => setPicking('level')}
        />
        <Cell title="申报年度" note={`${draft.applicationYear} 年`} onTap={() => setPicking('year')} />
      </CellGroup>
      <Popup visible={picking === 'level'} title="申报哪一级职称" onClose={close}>
        <Choice
          label="申报哪一级职称"
          value={draft.level}
          options={levels.map(({ level, label }) => ({
            value: level,
            label,
            ...(NOTES[level] === undefined ? {} : { note: NOTES[level] }),
          }))}
          onChange={(level) => pick({ level })}
        />
      </Popup>
      <Popup visible={picking === 'year'} title="哪一年申报" onClose={close}>
        <Choice
          label="哪一年申报"
          value={String(draft.applicationYear)}
          options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
          onChange={(year) => pick({ applicationYear: Number(year) })}
        />
      </Popup>
    </View>
  )
}
