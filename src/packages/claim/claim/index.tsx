import type { ClaimView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '@/cloud/refusal-text'
import { open, routes } from '@/routes'
import { FileRow } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { Timeline } from '@/ui/Timeline'
import { useRouteParameters } from '@/use-route-parameters'
import { claimStateText, standingOf } from '@/wording/claims'
import { dayText, momentText } from '@/wording/moment'
import { openAttachment } from '../claim-files'
import { claimStateTone, eventText, hoursIn } from '../claim-words'
import { useClaim, useWithdraw } from '../use-claims'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的进度，连上后自动更新'

export default function Claim() {
  const { claimId } = useRouteParameters('claimId')
  const claim = useClaim(claimId)
  return (
    <Loaded query={claim} skeleton="card" offline={OFFLINE}>
      {(view) => (
        <Screen offline={OFFLINE} footer={nextOf(view)}>
          <Facts view={view} />
          <Asks view={view} />
          <Difference view={view} />
          <Way view={view} />
          <Typed view={view} />
          <Withdraw view={view} />
        </Screen>
      )}
    </Loaded>
  )
}

/** A correction is one draft a return, so that leaving it and coming back goes on with the same one. */
function correctionOf({ claimId, timeline }: ClaimView): string {
  const returns = timeline.filter(({ kind }) => kind === 'returned').length
  return `fix${returns}-${claimId.split(':')[1] ?? ''}`.slice(0, 64)
}

/** The trainee's next step; null where the claim waits for a reviewer. */
function nextOf(view: ClaimView) {
  const { state, claimId, kind, year, entry } = view
  if (state === 'returned')
    return (
      <Button
        block
        onTap={() => open(routes.claimForm({ draftId: correctionOf(view), kind, year, claimId }))}
      >
        去补正
      </Button>
    )
  if (entry === null) return null
  return (
    <Button block onTap={() => open(routes.why(entry))}>
      看看记入的学时
    </Button>
  )
}

function Facts({ view }: { view: ClaimView }) {
  const { title, kindLabel, year, state, hours, hourName, dueDay } = view
  return (
    <Card>
      <Tag tone={claimStateTone[state]}>{claimStateText[state]}</Tag>
      <Text className="claim-view__title">{title}</Text>
      {hours === null ? null : <Text className="x-display">{hoursIn(hours, hourName)}</Text>}
      <Text className="x-quiet">{`${kindLabel} · ${year} 年`}</Text>
      <Text className="claim-view__standing">{standingOf(view)}</Text>
      {dueDay === null || state !== 'submitted' ? null : (
        <Text className="x-quiet">{`应在 ${dayText(dueDay)}前办完这一级`}</Text>
      )}
    </Card>
  )
}

function Asks({ view }: { view: ClaimView }) {
  if (view.openAsks.length === 0) return null
  return (
    <Notice tone="due" title="请补正下面几处">
      {view.openAsks.map(({ field, label, text }) => (
        <Text className="x-line" key={`${field}${text}`}>
          {label === '' ? text : `${label}：${text}`}
        </Text>
      ))}
    </Notice>
  )
}

function Difference({ view }: { view: ClaimView }) {
  if (view.difference.length === 0) return null
  return (
    <Card>
      <Text className="claim-view__heading">补正时改了什么</Text>
      {view.difference.map(({ field, label, before, after }) => (
        <View className="claim-view__change" key={field}>
          <Text className="x-quiet">{label}</Text>
          <Text className="claim-view__before">{before === '' ? '（没有）' : before}</Text>
          <Text className="claim-view__after">{after === '' ? '（去掉了）' : after}</Text>
        </View>
      ))}
    </Card>
  )
}

/** The timeline so far, and the body that decides next. */
function Way({ view }: { view: ClaimView }) {
  const past = view.timeline.map((event, index) => ({
    id: `past-${index}`,
    title: eventText(event, view.hourName),
    text: [`${event.byName} · ${momentText(event.at)}`, event.note].filter((part) => part !== '').join('\n'),
  }))
  const toCome =
    view.state === 'submitted'
      ? view.steps
          .filter(({ state }) => state === 'now' || state === 'waiting')
          .map(({ orgName, state }, index) => ({
            id: `next-${index}`,
            title: `${orgName}审核`,
            text: state === 'now' ? '正在等待' : '上一级通过之后',
          }))
      : []
  return (
    <Card>
      <Text className="claim-view__heading">进度</Text>
      <Timeline label="申报的进度" items={[...past, ...toCome]} current={past.length} />
    </Card>
  )
}

function Typed({ view }: { view: ClaimView }) {
  const { claimId, fields, attachments } = view
  return (
    <View>
      {fields.length === 0 ? null : (
        <CellGroup title="申报的内容">
          {fields.map(({ id, label, text }) => (
            <Cell key={id} title={label} description={text} />
          ))}
        </CellGroup>
      )}
      {attachments.length === 0 ? null : (
        <Card>
          <Text className="claim-view__heading">证明材料</Text>
          {attachments.map((file) => (
            <FileRow key={file.sha256} file={file} onOpen={() => void openAttachment({ claimId }, file)} />
          ))}
        </Card>
      )}
    </View>
  )
}

function Withdraw({ view }: { view: ClaimView }) {
  const [asking, setAsking] = useState(false)
  const withdraw = useWithdraw(view.claimId)
  if (!view.canWithdraw) return null
  return (
    <View>
      {withdraw.error === null ? null : <Notice tone="refused" {...errorText(withdraw.error)} />}
      <Button block tone="danger" loading={withdraw.isPending} onTap={() => setAsking(true)}>
        撤回这份申报
      </Button>
      <Dialog
        visible={asking}
        title="撤回这份申报？"
        text="撤回后审核停止。材料可以用在新的申报里。"
        confirm="撤回"
        cancel="再想想"
        tone="danger"
        onConfirm={() => {
          setAsking(false)
          withdraw.mutate()
        }}
        onCancel={() => setAsking(false)}
      />
    </View>
  )
}
