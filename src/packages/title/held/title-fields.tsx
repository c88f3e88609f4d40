import { instant, yearOf } from '@domain/kernel/instant'
import {
  EARLIEST_TITLE_YEAR,
  HELD_LEVEL_NAMES,
  HELD_LEVELS,
  type HeldTitle,
  LONGEST_TITLE,
  TITLE_SERIES,
} from '@domain/title/held-title'
import type { TitleLine } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Choice } from '@/ui/Choice'
import { Input } from '@/ui/Input'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { EMPTY_FORM, formOf, type TitleForm, titleForm, useSayTitle } from './use-held'

const HAS = [
  { value: 'yes', label: '有职称' },
  { value: 'no', label: '还没有职称' },
] as const

interface TitleFieldsProps {
  unitName: string
  /** What was said last; null where nothing was. */
  last: TitleLine | null
  onDone: () => void
}

/** Series, title, level and the year in which it was obtained; every keystroke is kept on the phone. */
export function TitleFields({ unitName, last, onDone }: TitleFieldsProps) {
  const [form, setForm] = useState<TitleForm>(
    () => titleForm.load() ?? (last ? formOf(last.held) : EMPTY_FORM),
  )
  const change = (part: Partial<TitleForm>) => {
    const next = { ...form, ...part }
    titleForm.save(next)
    setForm(next)
  }
  const say = useSayTitle(() => {
    titleForm.clear()
    onDone()
  })
  const held = heldOf(form)
  return (
    <Screen
      offline="没有网络。填的内容先存在手机里，连上后再提交"
      footer={
        <Button
          block
          loading={say.isPending}
          disabled={held === undefined}
          onTap={() => held !== undefined && say.mutate({ actId: newActId(), held })}
        >
          提交
        </Button>
      }
    >
      <Text className="x-title">我的现职称</Text>
      <Text className="x-quiet x-quiet--apart">
        {`和职称证书一致。${unitName}核对后，职称自查、申报学时都不用再填`}
      </Text>
      <Chips
        label="有没有职称"
        value={form.has ?? ''}
        options={HAS}
        onChange={(has) => change({ has: hasOf(has) })}
      />
      {form.has === 'yes' ? <Fields form={form} onChange={change} /> : null}
      <ActRefused error={say.error} />
      {last === null ? null : (
        <Button
          tone="quiet"
          block
          onTap={() => {
            titleForm.clear()
            onDone()
          }}
        >
          先不改
        </Button>
      )}
    </Screen>
  )
}

const hasOf = (value: string): TitleForm['has'] => (value === 'yes' || value === 'no' ? value : null)

interface FieldsProps {
  form: TitleForm
  onChange: (part: Partial<TitleForm>) => void
}

function Fields({ form, onChange }: FieldsProps) {
  const [isPicking, setIsPicking] = useState(false)
  const years = yearFault(form.year)
  return (
    <View>
      <CellGroup>
        <Cell
          title="系列"
          note={form.series === '' ? '请选择' : form.series}
          onTap={() => setIsPicking(true)}
        />
      </CellGroup>
      <Card>
        <Input
          label="职称名称"
          value={form.title}
          placeholder="例如 主治医师、工程师"
          maxLength={LONGEST_TITLE}
          onChange={(title) => onChange({ title })}
        />
        <Input
          label="取得的年份"
          value={form.year}
          type="number"
          maxLength={4}
          placeholder="例如 2018"
          hint="看证书上的取得时间"
          error={years}
          onChange={(year) => onChange({ year })}
        />
      </Card>
      <Chips
        label="级别"
        value={form.level}
        options={HELD_LEVELS.map((level) => ({ value: level as string, label: HELD_LEVEL_NAMES[level] }))}
        onChange={(level) => onChange({ level })}
      />
      <Popup visible={isPicking} title="属于哪个系列" onClose={() => setIsPicking(false)}>
        <Choice
          label="属于哪个系列"
          value={form.series === '' ? null : form.series}
          options={TITLE_SERIES.map((series) => ({ value: series as string, label: series }))}
          onChange={(series) => {
            onChange({ series })
            setIsPicking(false)
          }}
        />
      </Popup>
    </View>
  )
}

/** Said when the year is as long as it gets: nobody is corrected in the middle of it. */
function yearFault(text: string): string {
  if (text.length < 4) return ''
  return yearIn(text) === null ? `请填证书上的年份，${EARLIEST_TITLE_YEAR} 年到今年` : ''
}

function yearIn(text: string): number | null {
  const year = Number(text)
  const isYear = /^\d{4}$/.test(text) && year >= EARLIEST_TITLE_YEAR && year <= yearOf(instant(Date.now()))
  return isYear ? year : null
}

/** Undefined while something is missing. */
function heldOf({
  has,
  series: chosen,
  title,
  level: picked,
  year,
}: TitleForm): HeldTitle | null | undefined {
  if (has === 'no') return null
  const series = TITLE_SERIES.find((one) => one === chosen)
  const level = HELD_LEVELS.find((one) => one === picked)
  const obtainedYear = yearIn(year)
  const isWhole = has === 'yes' && series && level && obtainedYear !== null && title.trim() !== ''
  return isWhole ? { series, title: title.trim(), level, obtainedYear } : undefined
}
