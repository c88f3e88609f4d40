import { dayOf, instant } from '@domain/kernel/instant'
import type { ArchiveLineView, ArchiveView } from '@server/claims/archive/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { refusalOf } from '@/cloud/refusal'
import { back } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Attachments, FileRow } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { DayField } from '@/ui/DayField'
import { Input } from '@/ui/Input'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { TextArea } from '@/ui/TextArea'
import { useRouteParameters } from '@/use-route-parameters'
import { capText, spanText, standingOf } from '../archive-words'
import { type ArchiveOf, openSheet, useArchive, useKeepLine, useLineFiles } from '../use-archive'
import { readLine, type TypedLine, typedOf } from './line-draft'
import { forgetTyped, keepTyped, typedBefore } from './typed-line'
import './index.css'

const OFFLINE = '没有网络。填的内容都在，连上后再存'

/** One archive line: subject, time and way of study, and the hours that the unit fixes for it. */
export default function ArchiveLine() {
  const given = useRouteParameters('personId', 'year', 'lineId')
  const of = { personId: given.personId, year: Number(given.year) }
  const [lineId] = useState(() =>
    given.lineId === '' ? (typedBefore(of, '')?.lineId ?? `line-${newActId()}`) : given.lineId,
  )
  const archive = useArchive(of)
  return (
    <Loaded query={archive} skeleton="paper" offline={OFFLINE}>
      {(view) => {
        const line = view.lines.find((one) => one.lineId === lineId) ?? null
        return line !== null && !line.canChange ? (
          <Fixed line={line} />
        ) : (
          <Filling of={of} lineId={lineId} line={line} view={view} />
        )
      }}
    </Loaded>
  )
}

interface FillingProps {
  of: ArchiveOf
  lineId: string
  line: ArchiveLineView | null
  view: ArchiveView
}

function Filling({ of, lineId, line, view }: FillingProps) {
  const [typed, setTyped] = useState(() => typedBefore(of, lineId)?.typed ?? typedOf(line, view))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const keep = useKeepLine(of)
  const saved = typedOf(line, view)
  const isSaved =
    line !== null && Object.entries(saved).every(([name, text]) => typed[name as keyof TypedLine] === text)
  const change = (name: keyof TypedLine, text: string) => {
    setErrors(({ [name]: _mended, ...rest }) => rest)
    const next = { ...typed, [name]: text }
    setTyped(next)
    keepTyped({ ...of, lineId, isNew: line === null, typed: next })
  }
  const store = () => {
    const read = readLine(typed)
    setErrors(read.errors)
    if (read.line === null) return
    const given = { lineId, revision: line?.revision ?? 0, line: read.line }
    keep.mutate(given, {
      onSuccess: (after) => {
        forgetTyped()
        setTyped(typedOf(after.lines.find((one) => one.lineId === lineId) ?? null, after))
        void Taro.showToast({ title: '已存进档案', icon: 'success' })
      },
      onError: (error) => setErrors(wrongIn(error)),
    })
  }
  return (
    <Screen
      offline={OFFLINE}
      footer={
        <Button block loading={keep.isPending} onTap={isSaved ? back : store}>
          {isSaved ? '好了，回到他的档案' : '存进档案'}
        </Button>
      }
    >
      <Text className="archive-line__heading">{`${view.name} · ${view.year} 年`}</Text>
      <ActRefused error={keep.error} />
      {Object.keys(errors).length === 0 ? null : (
        <Notice tone="refused" title="还差几处" text="补上标红的各项，再存一次。" />
      )}
      <Fields typed={typed} errors={errors} view={view} onChange={change} />
      {line === null ? (
        <Notice title="材料放在下一步" text="存好以后，就在这一页附笔记、成绩单、毕业证等照片。" />
      ) : (
        <Sheets of={of} line={line} needed={needsPhoto(view, line)} />
      )}
    </Screen>
  )
}

const needsPhoto = ({ kinds }: ArchiveView, { kind }: ArchiveLineView): boolean =>
  kinds.find(({ id }) => id === kind)?.needsPhoto ?? false

function wrongIn(error: unknown): Record<string, string> {
  const refusal = refusalOf(error)
  if (refusal?.code !== 'INPUT_INVALID') return {}
  return Object.fromEntries(
    refusal.details.fields.map((name) => [name.replace('line.', ''), '这一项看一看，改一改']),
  )
}

interface FieldsProps {
  typed: TypedLine
  errors: Record<string, string>
  view: ArchiveView
  onChange: (name: keyof TypedLine, text: string) => void
}

function Fields({ typed, errors, view, onChange }: FieldsProps) {
  const today = dayOf(instant(Date.now()))
  const ways = view.kinds.find(({ id }) => id === typed.kind)?.ways ?? []
  return (
    <View>
      {view.kinds.length > 1 ? (
        <Choice
          label="哪一类"
          value={typed.kind}
          options={view.kinds.map(({ id, label }) => ({ value: id, label }))}
          onChange={(kind) => onChange('kind', kind)}
        />
      ) : null}
      <Text className="archive-line__heading">是哪一种自学</Text>
      <Said error={errors.way ?? ''} />
      <Choice
        label="是哪一种自学"
        value={typed.way === '' ? null : typed.way}
        options={ways.map((way) => ({ value: way, label: way }))}
        onChange={(way) => onChange('way', way)}
      />
      <Input
        label="学了什么"
        value={typed.title}
        maxLength={200}
        placeholder="例如：土壤肥料学"
        error={errors.title ?? ''}
        onChange={(title) => onChange('title', title)}
      />
      <DayField
        label="开始日期"
        value={typed.from}
        last={today}
        error={errors.from ?? ''}
        onChange={(from) => onChange('from', from)}
      />
      <DayField
        label="结束日期"
        value={typed.to}
        last={today}
        error={errors.to ?? ''}
        onChange={(to) => onChange('to', to)}
      />
      <Said error={errors.how ?? ''} />
      <TextArea
        label="怎样学的"
        value={typed.how}
        placeholder="例如：自学教材，每周写一篇笔记，单位检查过"
        maxLength={300}
        onChange={(how) => onChange('how', how)}
      />
      <Input
        label="确定学时"
        value={typed.hours}
        type="digit"
        maxLength={6}
        error={errors.hours ?? ''}
        hint={capText(view)}
        onChange={(hours) => onChange('hours', hours)}
      />
    </View>
  )
}

const Said = ({ error }: { error: string }) =>
  error === '' ? null : <Text className="archive-line__error">{error}</Text>

function Sheets({ of, line, needed }: { of: ArchiveOf; line: ArchiveLineView; needed: boolean }) {
  const files = useLineFiles(of, line.record)
  return (
    <Attachments
      attachments={line.attachments}
      files={files}
      needed={needed}
      note="本人申报时一起交给审核的人看。"
      onOpen={(file) => void openSheet(line.record, file)}
    />
  )
}

/** A line that a claim stands on is read, and no longer changed. */
function Fixed({ line }: { line: ArchiveLineView }) {
  return (
    <Screen offline={OFFLINE}>
      <Notice
        title={`这一条的申报${standingOf(line).text}`}
        text="正在审核或已经计入的不能再改。要改的话，先在待办里把申报退回。"
      />
      <Card>
        <Text className="archive-line__heading">{line.title}</Text>
        <Text className="x-quiet">{`${line.way} · ${spanText(line)}`}</Text>
        <Text className="x-quiet">{line.how}</Text>
        {line.attachments.map((file) => (
          <FileRow key={file.sha256} file={file} onOpen={() => void openSheet(line.record, file)} />
        ))}
      </Card>
    </Screen>
  )
}
