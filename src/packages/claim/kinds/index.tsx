import type { DraftView, KindGroup, KindsView, KindView } from '@server/claims/filing/views'
import type { PolicyRule } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { Screen } from '@/ui/Screen'
import { dateText, dayText } from '@/wording/moment'
import { useDrafts, useKinds } from '../use-claims'
import './index.css'

const OFFLINE = '没有网络。可以先看能申报什么，连上后再填'

const GROUPS: readonly { group: KindGroup; title: string }[] = [
  { group: 'year', title: '全年一起审验' },
  { group: 'hours', title: '学到的' },
  { group: 'deeming', title: '可以视同学习的经历' },
]

export default function Kinds() {
  const [year, setYear] = useState<number | null>(null)
  const kinds = useKinds(year)
  const drafts = useDrafts()
  return (
    <Loaded query={kinds} offline={OFFLINE}>
      {(view) => (
        <Screen offline={OFFLINE}>
          <Years view={view} onChange={setYear} />
          <Drafts drafts={drafts.data?.drafts ?? []} />
          <NotClaimed view={view} />
          {view.closed === null ? <Groups view={view} /> : <Closed view={view} />}
        </Screen>
      )}
    </Loaded>
  )
}

function Years({ view, onChange }: { view: KindsView; onChange: (year: number) => void }) {
  if (view.years.length < 2) return null
  return (
    <Chips
      label="申报哪一年"
      value={String(view.year)}
      options={view.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
      onChange={(year) => onChange(Number(year))}
    />
  )
}

/** Drafts that were begun and not submitted, so that no trainee types them twice. */
function Drafts({ drafts }: { drafts: readonly DraftView[] }) {
  if (drafts.length === 0) return null
  return (
    <CellGroup title="没写完的">
      {drafts.map(({ draftId, kind, kindLabel, targetYear, fields, claimId, savedAt }) => (
        <Cell
          key={draftId}
          title={fields.title?.trim() || kindLabel}
          description={`${kindLabel} · ${targetYear} 年 · ${dateText(savedAt)}保存`}
          onTap={() =>
            open(
              routes.claimForm({
                draftId,
                kind,
                year: targetYear,
                ...(claimId === null ? {} : { claimId }),
              }),
            )
          }
        />
      ))}
    </CellGroup>
  )
}

/** Exclusions and hours that need no claim, before the trainee chooses: the clauses are one tap away. */
function NotClaimed({ view }: { view: KindsView }) {
  const [isOpen, setOpen] = useState(false)
  const { notClaimable, exclusions, automatic, hourName } = view
  const rules = [...notClaimable, ...exclusions]
  const lines = [
    rules.length === 0 ? '' : `不能申报：${rules.map(({ title }) => title).join('、')}`,
    automatic.length === 0 ? '' : `自动记${hourName}，不用申报：${automatic.join('、')}`,
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <View>
      <CellGroup>
        <Cell
          title="先看看哪些不用填"
          description={lines.join('。')}
          {...(rules.length === 0 ? {} : { onTap: () => setOpen(true) })}
        />
      </CellGroup>
      <Popup visible={isOpen} title="这些不能申报" onClose={() => setOpen(false)}>
        {rules.map((rule) => (
          <Clause key={rule.id} rule={rule} />
        ))}
      </Popup>
    </View>
  )
}

const Clause = ({ rule }: { rule: PolicyRule }) => (
  <View className="claim-kinds__clause">
    <Text className="claim-kinds__value">{`${rule.title}：${rule.value}`}</Text>
    {rule.words === '' ? null : <Text className="claim-kinds__words">{`“${rule.words}”`}</Text>}
    {rule.note === '' ? null : <Text className="x-quiet">{rule.note}</Text>}
    <Text className="x-quiet">
      {[rule.document, rule.clauseId ?? ''].filter((part) => part !== '').join(' · ')}
    </Text>
  </View>
)

const Closed = ({ view }: { view: KindsView }) => (
  <Notice
    tone="due"
    title={`${view.year} 年的申报已经关闭`}
    text={`通知规定到 ${dayText(view.closed?.day ?? '', true)}为止。已经提交的都在“我的申报”里。`}
  />
)

function Groups({ view }: { view: KindsView }) {
  if (view.kinds.length === 0) return <Empty title="没有要申报的" text="这一年的学时都由学习平台自动记入" />
  return (
    <View>
      {GROUPS.map(({ group, title }) => {
        const kinds = view.kinds.filter((kind) => kind.group === group)
        if (kinds.length === 0) return null
        return (
          <View key={group}>
            <Text className="claim-kinds__heading">{title}</Text>
            {kinds.map((kind) => (
              <Kind key={kind.id} kind={kind} year={view.year} />
            ))}
          </View>
        )
      })}
    </View>
  )
}

function Kind({ kind, year }: { kind: KindView; year: number }) {
  const begin = () => open(routes.claimForm({ draftId: newActId(), kind: kind.id, year }))
  return (
    <Card label={`${kind.label}，${kind.line.value}`} onTap={begin}>
      <Text className="claim-kinds__label">{kind.label}</Text>
      <Text className="x-quiet">{kind.line.value}</Text>
    </Card>
  )
}
