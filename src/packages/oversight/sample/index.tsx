import type { SampleView, VoidingView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { momentText } from '@/wording/moment'
import { useOversight, useSample } from '../use-oversight'
import { CHECKLIST_TEXT, effectText, findingTag } from '../words'
import { Evidence } from './evidence'
import { FindingSheet } from './finding-sheet'
import '../oversight.css'

/** One sample: evidence, claim, approver; then the finding and its consequences. */
export default function Sample() {
  const { checkId, claimId } = useRouteParameters('checkId', 'claimId')
  const query = useSample(checkId, claimId)
  const [sheet, setSheet] = useState<'finding' | 'void' | null>(null)
  const close = () => setSheet(null)
  const record = useOversight(cloud.oversight.recordFinding, close)
  const take = useOversight(cloud.oversight.voidEntry, () => {
    void Taro.showToast({ title: '已作废，本人会看到', icon: 'success' })
  })
  const found = { checkId, claimId, decisionId: newActId() }
  const inOrder = () =>
    record.mutate({ ...found, finding: { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' } })
  return (
    <Loaded query={query} skeleton="paper">
      {(sample) => {
        const takeBack = () => {
          close()
          take.mutate({ named: { claimId }, reason: sample.finding?.reason ?? '', checkId })
        }
        return (
          <Screen
            footer={
              <Acts
                sample={sample}
                busy={record.isPending || take.isPending}
                onInOrder={inOrder}
                onFalse={() => setSheet('finding')}
                onVoid={() => setSheet('void')}
              />
            }
          >
            <ActRefused error={record.error ?? take.error} />
            {sample.voiding === null ? null : <Voided voiding={sample.voiding} />}
            <Facts sample={sample} />
            <Evidence claimId={claimId} attachments={sample.attachments} />
            <Typed sample={sample} />
            <FindingSheet
              visible={sheet === 'finding'}
              busy={record.isPending}
              onFound={(finding) => record.mutate({ ...found, finding: { verdict: 'false', ...finding } })}
              onClose={close}
            />
            <Dialog
              visible={sheet === 'void'}
              title={`作废${sample.personName}的这份学时？`}
              text={effectText(sample.effect)}
              confirm="作废"
              cancel="再看看"
              tone="danger"
              onConfirm={takeBack}
              onCancel={close}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Facts({ sample }: { sample: SampleView }) {
  const { text, tone } = findingTag(sample)
  const { finding } = sample
  return (
    <Card>
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__name">{sample.title}</Text>
          <Text className="x-quiet">{`${sample.personName} · ${sample.unitName}`}</Text>
          <Text className="x-quiet">
            {`${sample.kindLabel}${sample.hours === null ? '' : ` · 认定 ${hoursText(sample.hours)}`}`}
          </Text>
        </View>
        <Tag tone={tone}>{text}</Tag>
      </View>
      {finding?.verdict === 'false' ? (
        <View className="oversight__row">
          <Text className="oversight__text">{`查明：${finding.reason}`}</Text>
          <Text className="x-quiet">{finding.failed.map((item) => CHECKLIST_TEXT[item]).join('；')}</Text>
          {finding.evidenceNote === '' ? null : (
            <Text className="x-quiet">{`凭据：${finding.evidenceNote}`}</Text>
          )}
          <Text className="x-quiet">{`${finding.byName} ${momentText(finding.at)}`}</Text>
        </View>
      ) : null}
    </Card>
  )
}

function Voided({ voiding }: { voiding: VoidingView }) {
  const paper = voiding.certificate === null ? '' : '证书已随之更正。'
  return (
    <Notice
      tone="refused"
      title="这份学时已作废"
      text={`${voiding.orgName}${voiding.byName} ${momentText(voiding.at)}：${voiding.reason}。${paper}`}
    >
      <Button
        tone="plain"
        size="medium"
        onTap={() => open(routes.officeIntegrity({ voidingId: voiding.voidingId, name: voiding.personName }))}
      >
        立失信案
      </Button>
    </Notice>
  )
}

function Typed({ sample }: { sample: SampleView }) {
  return (
    <View>
      <CellGroup title="申报的内容">
        {sample.fields.map(({ label, text }) => (
          <Cell key={label} title={label} description={text} />
        ))}
      </CellGroup>
      <CellGroup title="谁认定的">
        {sample.reviewers.map(({ orgName, byName, at }) => (
          <Cell key={`${orgName} ${at}`} title={orgName} description={`${byName} ${momentText(at)} 通过`} />
        ))}
      </CellGroup>
    </View>
  )
}

interface ActsProps {
  sample: SampleView
  busy: boolean
  onInOrder: () => void
  onFalse: () => void
  onVoid: () => void
}

function Acts({ sample, busy, onInOrder, onFalse, onVoid }: ActsProps) {
  if (sample.voiding !== null && sample.state === 'revoked') return null
  if (sample.finding?.verdict === 'false') {
    return (
      <Button tone="danger" block loading={busy} onTap={onVoid}>
        作废这份学时
      </Button>
    )
  }
  return (
    <View className="oversight__acts">
      <View className="oversight__act">
        <Button tone="plain" block onTap={onFalse}>
          不属实
        </Button>
      </View>
      <View className="oversight__act">
        <Button block loading={busy} onTap={onInOrder}>
          情况属实
        </Button>
      </View>
    </View>
  )
}
