import type { CertifyingView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { touch } from '@/cloud/use-cloud'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Loaded } from '@/ui/Loaded'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { dateText } from '@/wording/moment'
import { useCertifying, useJobs, useOversight } from '../use-oversight'
import { JobCard } from './job-card'
import { VoidAllSheet } from './void-all-sheet'
import '../oversight.css'

const REASONS = {
  withdraw: ['抽查发现认证不实', '没有核对原件就认证', '为本单位人员虚报学时'],
  restore: ['整改完成，复查合格', '原来的决定有误'],
} as const

/** A unit's right to certify: its state, its withdrawal and return, and the voiding of its approvals. */
export default function Certifying() {
  const { orgId } = useRouteParameters('orgId')
  const query = useCertifying(orgId)
  const jobs = useJobs()
  const [sheet, setSheet] = useState<'change' | 'void' | null>(null)
  const close = () => setSheet(null)
  const done = () => {
    close()
    void touch('organisation')
  }
  const withdraw = useOversight(cloud.oversight.withdrawCertification, done)
  const restore = useOversight(cloud.oversight.restoreCertification, done)
  const take = useOversight(cloud.oversight.voidAllOf, close)
  return (
    <Loaded query={query}>
      {(certifying) => {
        const { allowed, unitName } = certifying
        const change = (reason: string) =>
          (allowed ? withdraw : restore).mutate({ unitId: orgId, reason, decisionId: newActId() })
        const ofUnit = (jobs.data?.jobs ?? []).filter((job) => job.unitName === unitName)
        return (
          <Screen
            footer={
              <Button tone={allowed ? 'danger' : 'primary'} block onTap={() => setSheet('change')}>
                {allowed ? '取消认证权限' : '恢复认证权限'}
              </Button>
            }
          >
            <ActRefused error={withdraw.error ?? restore.error ?? take.error} />
            <Standing certifying={certifying} />
            <Probing orgId={orgId} unitName={unitName} onVoid={() => setSheet('void')} />
            {ofUnit.map((job) => (
              <JobCard key={job.jobId} job={job} />
            ))}
            <ReasonSheet
              visible={sheet === 'change'}
              subject={`${orgId}:${allowed}`}
              title={allowed ? `为什么取消${unitName}的认证权限？` : `为什么恢复${unitName}的认证权限？`}
              reasons={allowed ? REASONS.withdraw : REASONS.restore}
              caption={allowed ? '取消认证权限' : '恢复认证权限'}
              busy={withdraw.isPending || restore.isPending}
              onSend={change}
              onClose={close}
            />
            <VoidAllSheet
              visible={sheet === 'void'}
              unitName={unitName}
              busy={take.isPending}
              onSend={(order) => take.mutate({ jobId: newActId(), unitId: orgId, ...order })}
              onClose={close}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

interface ProbingProps {
  orgId: string
  unitName: string
  onVoid: () => void
}

const Probing = ({ orgId, unitName, onVoid }: ProbingProps) => (
  <CellGroup title="查处">
    <Cell
      title="抽查这个单位"
      description="按规则和种子抽出已认定的申报"
      onTap={() => open(routes.officeChecks({ orgId, orgName: unitName }))}
    />
    <Cell title="作废一段时间的认证" description="它在这段时间通过的学时逐份作废" onTap={onVoid} />
    <Cell
      title="立失信案"
      description="弄虚作假的单位，两人决定"
      onTap={() => open(routes.officeIntegrity({ unitId: orgId, name: unitName }))}
    />
  </CellGroup>
)

function Standing({ certifying }: { certifying: CertifyingView }) {
  const { unitName, allowed, reason, since } = certifying
  return (
    <Card>
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__name">{unitName}</Text>
          <Text className="x-quiet">
            {allowed ? '可以审核、认证本单位人员的学时' : '不能再审核；已经提交的申报等权限恢复后继续'}
          </Text>
          {reason === '' || since === null ? null : (
            <Text className="x-quiet">{`${dateText(since, true)}：${reason}`}</Text>
          )}
        </View>
        <Tag tone={allowed ? 'done' : 'refused'}>{allowed ? '可以认证' : '已取消'}</Tag>
      </View>
    </Card>
  )
}
