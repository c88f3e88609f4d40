import type { Refusal } from '@domain/kernel/refusal'
import type { KindView } from '@server/claim/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { refusalOf } from '@/cloud/refusal'
import { errorText } from '@/cloud/refusal-text'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { AttachmentsCard } from '../../attachments-card'
import { FieldRow } from '../../field-row'
import { useAttachments } from '../../use-attachments'
import { useKinds } from '../../use-claims'
import { type FormOf, type Saving, useForm } from '../../use-form'
import './index.css'

const OFFLINE = '没有网络。填的内容先存在手机里，连上后自动保存'

const SAVINGS: Record<Saving, string> = {
  saved: '已保存，可以随时离开，回来接着填',
  saving: '正在保存',
  'on-phone': '还没有传上去，内容存在这部手机里',
}

export default function Form() {
  const given = useRouteParameters('draftId', 'kind', 'year', 'claimId')
  const of = { ...given, year: Number(given.year) }
  const kinds = useKinds(of.year)
  const form = useForm(of)
  const kind = kinds.data?.kinds.find(({ id }) => id === of.kind)
  const error = kinds.error ?? form.stored.error
  if (kind === undefined || form.stored.isPending) {
    const isGone = kinds.data !== undefined && kind === undefined
    const empty = {
      title: '这一类现在不能申报',
      text: '当年的通知里没有它，或者你换了地区',
      action: { caption: '看看能申报什么', onTap: () => open(routes.claimKinds()) },
    }
    const retry = () => void Promise.all([kinds.refetch(), form.stored.refetch()])
    const state = isGone ? 'empty' : error === null ? 'loading' : 'refused'
    return (
      <Screen
        state={state}
        empty={empty}
        skeleton="paper"
        refused={{ error, onRetry: retry }}
        offline={OFFLINE}
      />
    )
  }
  return <Filling of={of} kind={kind} form={form} />
}

interface FillingProps {
  of: FormOf
  kind: KindView
  form: ReturnType<typeof useForm>
}

function Filling({ of, kind, form }: FillingProps) {
  const { fields, stored, change, save, saving } = form
  const files = useAttachments(of.draftId, save)
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
      <Text className="claim-form__title">{`${kind.label} · ${of.year} 年`}</Text>
      <Text className="claim-form__quiet">{kind.line.value}</Text>
      <Problem error={check.error} />
      <General text={asks[''] ?? ''} />
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
      <AttachmentsCard
        draftId={of.draftId}
        attachments={stored.data?.attachments ?? []}
        files={files}
        needed={kind.needsPhoto}
        error={check.errors.photo ?? ''}
        ask={asks.photo ?? ''}
      />
      <Text className="claim-form__quiet claim-form__saving">{SAVINGS[saving]}</Text>
    </Screen>
  )
}

/** What a return asks for without naming a field. */
const General = ({ text }: { text: string }) =>
  text === '' ? null : <Notice tone="due" title="请补正" text={text} />

function Problem({ error }: { error: unknown }) {
  if (error === null) return null
  const { title, text, way } = errorText(error)
  return (
    <View className="claim-form__problem">
      <Notice tone="refused" title={title} text={`${text}${way}。`} />
    </View>
  )
}

/** Has the server judge what stands there now; what is missing is said beside its field. */
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
      queries.setQueryData(queryKeys.claim.preview(draftId), preview)
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
    return Object.fromEntries(
      refusal.details.fields.map((id) => [id, id === 'photo' ? '请至少传一份' : '这一项还没有填']),
    )
  if (refusal?.code === 'INPUT_INVALID')
    return Object.fromEntries(refusal.details.fields.map((id) => [id, WRONG[id] ?? '这一项看一看，改一改']))
  return {}
}

const WRONG: Record<string, string> = {
  hours: '写大于 0 的数，最多两位小数',
  from: '这一天不对，请重新选',
  to: '结束日期不能早于开始日期，也不能晚于今天',
  on: '这一天不对，请重新选',
  days: '天数比起止日期还多，请核对',
  'travel-days': '路程天数要少于总天数',
}
