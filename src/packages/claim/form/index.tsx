import type { Refusal } from '@domain/kernel/refusal'
import type { KindView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { cloud } from '@/cloud/client'
import { refusalOf } from '@/cloud/refusal'
import { keep } from '@/cloud/use-cloud'
import { open, replace, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Attachments } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { openAttachment, useClaimFiles } from '../claim-files'
import { useKinds } from '../use-claims'
import { Discard } from './discard'
import { FieldRow } from './field-row'
import { NoRecord, RecordPicker } from './record-picker'
import { type FormOf, type Saving, useForm } from './use-form'
import { asksForRecord, claimable, useRecords } from './use-records'
import './index.css'

const OFFLINE = '没有网络。填的内容先存在手机里，连上后自动保存'

const SAVINGS: Record<Saving, string> = {
  saved: '已保存，可以随时离开，回来接着填',
  saving: '正在保存',
  'on-phone': '还没有传上去，内容存在这部手机里',
}

const GONE = {
  title: '这一类现在不能申报',
  text: '当年的通知里没有它，或者你换了地区',
  action: { caption: '看看能申报什么', onTap: () => open(routes.claimKinds()) },
}

export default function Form() {
  const given = useRouteParameters('draftId', 'kind', 'year', 'claimId')
  const of = { ...given, year: Number(given.year) }
  const kinds = useKinds(of.year)
  const form = useForm(of)
  const isAsked = kinds.data !== undefined && !form.stored.isPending
  const asked = {
    data: isAsked ? (kinds.data?.kinds.find(({ id }) => id === of.kind) ?? null) : undefined,
    error: kinds.error ?? form.stored.error,
    refetch: () => Promise.all([kinds.refetch(), form.stored.refetch()]),
  }
  return (
    <Loaded query={asked} skeleton="paper" offline={OFFLINE}>
      {(kind) => {
        if (kind === null) return <Screen state="empty" empty={GONE} offline={OFFLINE} />
        return asksForRecord(kind) ? (
          <FromArchive of={of} kind={kind} form={form} />
        ) : (
          <Filling of={of} kind={kind} form={form} lead={null} hasSheets={false} />
        )
      }}
    </Loaded>
  )
}

/** A form that stands on a line of the unit's archive: without one there is nothing to fill in. */
function FromArchive({ of, kind, form }: Pick<FillingProps, 'of' | 'kind' | 'form'>) {
  const records = useRecords(kind, of.year)
  const field = kind.fields.find(({ input }) => input === 'record')
  return (
    <Loaded query={records} skeleton="paper" offline={OFFLINE}>
      {(view) => {
        const lines = claimable(view.lines, kind.id, of.claimId)
        if (field === undefined || lines.length === 0)
          return (
            <Screen
              offline={OFFLINE}
              footer={
                <Button block tone="plain" onTap={() => replace(routes.claimKinds())}>
                  看看别的能申报什么
                </Button>
              }
            >
              <Text className="x-title">{`${kind.label} · ${of.year} 年`}</Text>
              <Text className="claim-form__quiet">{kind.line.value}</Text>
              <NoRecord view={view} />
            </Screen>
          )
        const chosen = lines.find(({ record }) => record === form.fields[field.id])
        return (
          <Filling
            of={of}
            kind={kind}
            form={form}
            hasSheets={(chosen?.attachments.length ?? 0) > 0}
            lead={(error, onChange) => (
              <RecordPicker
                field={field}
                view={view}
                lines={lines}
                value={form.fields[field.id] ?? ''}
                error={error}
                onChange={onChange}
              />
            )}
          />
        )
      }}
    </Loaded>
  )
}

interface FillingProps {
  of: FormOf
  kind: KindView
  form: ReturnType<typeof useForm>
  /** The first question: the archive line; null where the kind asks for none. */
  lead: ((error: string, onChange: (record: string) => void) => ReactNode) | null
  /** The archive's own sheets are handed in with it. */
  hasSheets: boolean
}

function Filling({ of, kind, form, lead, hasSheets }: FillingProps) {
  const { fields, stored, change, save, saving } = form
  const files = useClaimFiles(of.draftId, save)
  const check = useCheck(of.draftId, save)
  const asks = Object.fromEntries((stored.data?.asks ?? []).map(({ field, text }) => [field, text]))
  const edit = (id: string, value: string) => {
    check.mended(id)
    change(id, value)
  }
  return (
    <Screen
      offline={OFFLINE}
      footer={
        <Button block loading={check.busy} onTap={() => void check.run()}>
          下一步，提交前看一遍
        </Button>
      }
    >
      <Text className="x-title">{`${kind.label} · ${of.year} 年`}</Text>
      <Text className="claim-form__quiet">{kind.line.value}</Text>
      <Problem error={check.error} />
      <General text={asks[''] ?? ''} />
      {lead?.(check.errors.record ?? '', (record) => edit('record', record))}
      {kind.fields.map((field) => (
        <FieldRow
          key={field.id}
          field={field}
          value={fields[field.id] ?? ''}
          error={check.errors[field.id] ?? ''}
          ask={asks[field.id] ?? ''}
          onChange={(value) => edit(field.id, value)}
        />
      ))}
      <Attachments
        attachments={stored.data?.attachments ?? []}
        files={files}
        needed={kind.needsPhoto && !hasSheets}
        note="只有你和审核你的人能打开。"
        onOpen={(file) => void openAttachment({ draftId: of.draftId }, file)}
        error={check.errors.photo ?? ''}
        ask={asks.photo ?? ''}
      />
      <Text className="claim-form__quiet claim-form__saving">{SAVINGS[saving]}</Text>
      {stored.data == null || of.claimId !== '' ? null : <Discard draftId={of.draftId} save={save} />}
    </Screen>
  )
}

/** A return's request that names no field. */
const General = ({ text }: { text: string }) =>
  text === '' ? null : <Notice tone="due" title="请补正" text={text} />

function Problem({ error }: { error: unknown }) {
  if (error === null) return null
  return (
    <View className="claim-form__problem">
      <ActRefused tone="refused" error={error} />
    </View>
  )
}

/** Lets the server judge the present draft; a missing field is named beside it. */
function useCheck(draftId: string, save: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const run = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    setErrors({})
    try {
      await save()
      const preview = await cloud.claim.preview.query({ draftId })
      keep(cloud.claim.preview, { draftId }, preview)
      open(routes.claimPreview({ draftId }))
    } catch (cause) {
      setError(cause)
      setErrors(fieldErrors(refusalOf(cause)))
    } finally {
      setBusy(false)
    }
  }
  const mended = (id: string): void => setErrors(({ [id]: _gone, ...rest }) => rest)
  return { busy, error, errors, run, mended }
}

function fieldErrors(refusal: Refusal | null): Record<string, string> {
  if (refusal?.code === 'EVIDENCE_MISSING')
    return Object.fromEntries(refusal.details.fields.map((id) => [id, MISSING[id] ?? '这一项还没有填']))
  if (refusal?.code === 'INPUT_INVALID')
    return Object.fromEntries(refusal.details.fields.map((id) => [id, WRONG[id] ?? '这一项看一看，改一改']))
  return {}
}

const MISSING: Record<string, string> = { photo: '请至少传一份', record: '请选一条' }

const WRONG: Record<string, string> = {
  hours: '写大于 0 的数，最多两位小数',
  from: '这一天不对，请重新选',
  to: '结束日期不能早于开始日期，也不能晚于今天',
  on: '这一天不对，请重新选',
  days: '天数比起止日期还多，请核对',
  'travel-days': '路程天数要少于总天数',
}
