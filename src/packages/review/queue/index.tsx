import type { ClaimQueueView, QueueLine } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { dateText } from '@/wording/moment'
import { BatchSheet } from './batch-sheet'
import { QueueCard } from './queue-card'
import { alikeOf, byDueDay } from './queue-groups'
import { useBatch, useQueue } from './use-queue'
import './index.css'

/** 待办: the claims due first, usable in a corridor with one thumb. */
export default function Queue() {
  const [orgId, setOrgId] = useState<string | null>(null)
  const { list, lines } = useQueue(orgId)
  const { batch, run, close } = useBatch()
  const [isBatch, setIsBatch] = useState(false)
  const alike = alikeOf(lines).reduce((sum, group) => sum + group.lines.length, 0)
  return (
    <Loaded query={list}>
      {(first) => {
        const footer =
          alike > 1 && first.withdrawn === '' ? (
            <Button block onTap={() => setIsBatch(true)}>
              {`一起通过相同的（${alike} 件）`}
            </Button>
          ) : null
        return (
          <Screen offline="没有网络。待办仍可查看，连上后再审核" footer={footer}>
            <Bodies first={first} onChange={setOrgId} />
            {first.withdrawn === '' ? null : (
              <Notice
                tone="refused"
                title="本单位暂时不能认证"
                text={`原因：${first.withdrawn}。请与上级人社部门联系。`}
              />
            )}
            <Late first={first} />
            <Lines lines={lines} hasMore={list.hasNextPage} />
            <More />
            <BatchSheet
              visible={isBatch}
              lines={lines}
              batch={batch}
              onRun={(chosen) => void run(chosen)}
              onClose={() => {
                setIsBatch(false)
                close()
              }}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Bodies({ first, onChange }: { first: ClaimQueueView; onChange: (orgId: string) => void }) {
  if (first.orgs.length < 2) return null
  return (
    <Chips
      label="替哪个单位审核"
      value={first.orgId}
      options={first.orgs.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

/** Claims below that are beyond their due day: the late body is named, and no claim is approved by it. */
function Late({ first: { lateBelow } }: { first: ClaimQueueView }) {
  if (lateBelow.length === 0) return null
  return (
    <Notice tone="due" title={`下级逾期未办 ${lateBelow.length} 件`}>
      {lateBelow.map(({ claimId, personName, kindLabel, waitsFor, dueAt }) => (
        <Text
          className="queue__late-line"
          key={claimId}
          onClick={() => open(routes.reviewClaim({ claimId }))}
        >
          {`${waitsFor}：${personName}的${kindLabel}，应在 ${dateText(dueAt - 1)}前办完`}
        </Text>
      ))}
    </Notice>
  )
}

const NOTHING = { title: '都办好了', text: '有新的申报会出现在这里，先到期的排在前面' }

function Lines({ lines, hasMore }: { lines: QueueLine[]; hasMore: boolean }) {
  if (lines.length === 0) return <Empty {...NOTHING} icon="check-circle" tone="done" />
  return (
    <View>
      {byDueDay(lines).map(({ heading, isLate, lines: ofDay }) => (
        <View key={heading}>
          <Text className={isLate ? 'queue__day queue__day--late' : 'queue__day'}>
            {`${heading}，${ofDay.length} 件`}
          </Text>
          {ofDay.map((line) => (
            <QueueCard key={line.claimId} line={line} />
          ))}
        </View>
      ))}
      {hasMore ? <Text className="queue__day">往下滑，看更多</Text> : null}
    </View>
  )
}

function More() {
  return (
    <CellGroup>
      <Cell title="已办" description="审核过的申报，现在到了哪一步" onTap={() => open(routes.reviewDone())} />
      <Cell
        title="委托"
        description="不在的时候，请同事代为审核"
        onTap={() => open(routes.reviewDelegate())}
      />
    </CellGroup>
  )
}
