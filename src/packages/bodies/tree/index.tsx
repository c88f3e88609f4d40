import type { OrganisationView, TreeView, WaitingOrganisation } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { useTree } from '@/cloud/use-tree'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { ReasonSheet } from '@/ui/ReasonSheet'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { kindText } from '@/wording/organisation'
import { BodySettings } from './body-settings'
import { type TreeAct, useTreeAct } from './use-tree-act'
import { WaitingCard } from './waiting-card'
import './index.css'

const DONE: Record<TreeAct['kind'], string> = {
  verify: '已核准',
  return: '已退回',
  rename: '已更名',
  line: '已保存',
  standing: '已保存',
  'self-reviewing': '已保存',
}
const RETURN_REASONS = ['名称不是正式名称', '不归本部门管理', '已经登记过', '登记人无法联系']

/** The tree, one level at a time: waiting bodies on top, then the children. */
export default function Tree() {
  const { parentId } = useRouteParameters('parentId')
  const { level, children } = useTree(parentId === '' ? null : parentId)
  const act = useTreeAct(({ kind }) => void Taro.showToast({ title: DONE[kind], icon: 'success' }))
  const [verifying, setVerifying] = useState<WaitingOrganisation | null>(null)
  const [returning, setReturning] = useState<WaitingOrganisation | null>(null)
  const verify = () => {
    const registrar = verifying?.registrar
    if (verifying && registrar) {
      const { personId, version } = registrar
      const orgId = verifying.organisation.id
      const beside = verifying.namesakes.map((other) => other.orgId)
      act.mutate({ kind: 'verify', orgId, actId: newActId(), registrar: { personId, version }, beside })
    }
    setVerifying(null)
  }
  const back = (reason: string) => {
    if (returning !== null)
      act.mutate({ kind: 'return', orgId: returning.organisation.id, actId: newActId(), reason })
    setReturning(null)
  }
  return (
    <Loaded query={level}>
      {(top) => (
        <Screen offline="没有网络。看过的机构仍可查看，连上后再核准">
          <ActRefused error={act.error} />
          {top.body === null ? null : <Body top={top} body={top.body} />}
          <Waiting waiting={top.waiting} onVerify={setVerifying} onReturn={setReturning} />
          <Below top={top} bodies={children} hasMore={level.hasNextPage} />
          {top.body === null ? null : (
            <BodySettings body={top.body} may={top.may} onAct={(change) => act.mutate(change)} />
          )}
          <Dialog
            visible={verifying !== null}
            title={`核准${verifying?.organisation.name ?? ''}？`}
            text={`核准后，${verifying?.registrar?.name ?? '登记人'}成为它的审核人，它下面的单位和人员可以登记`}
            confirm="核准"
            cancel="再看看"
            onConfirm={verify}
            onCancel={() => setVerifying(null)}
          />
          <ReasonSheet
            visible={returning !== null}
            subject={returning?.organisation.id ?? ''}
            title={`为什么退回${returning?.organisation.name ?? ''}？`}
            reasons={RETURN_REASONS}
            caption="退回登记人"
            busy={act.isPending}
            onSend={back}
            onClose={() => setReturning(null)}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function Body({ top, body }: { top: TreeView; body: OrganisationView }) {
  return (
    <Card>
      {top.above.length === 0 ? null : (
        <Text className="x-quiet">{top.above.map(({ name }) => name).join(' › ')}</Text>
      )}
      <View className="x-head">
        <Text className="x-name">{body.name}</Text>
        <Tag tone="brand">{kindText[body.kind]}</Tag>
        {body.certifies ? null : <Tag tone="refused">认证权已取消</Tag>}
      </View>
      {body.isPrivate ? <Text className="x-quiet">非公有制，以所在乡镇（街道）为主管部门</Text> : null}
    </Card>
  )
}

interface WaitingProps {
  waiting: TreeView['waiting']
  onVerify: (waiting: WaitingOrganisation) => void
  onReturn: (waiting: WaitingOrganisation) => void
}

function Waiting({ waiting, onVerify, onReturn }: WaitingProps) {
  if (waiting.length === 0) return null
  return (
    <View>
      <Text className="tree__section">{`等你核准，${waiting.length} 个`}</Text>
      {waiting.map((one) => (
        <WaitingCard
          key={one.organisation.id}
          waiting={one}
          onVerify={() => onVerify(one)}
          onReturn={() => onReturn(one)}
        />
      ))}
    </View>
  )
}

interface BelowProps {
  top: TreeView
  bodies: readonly OrganisationView[]
  hasMore: boolean
}

function Below({ top, bodies, hasMore }: BelowProps) {
  if (bodies.length === 0) return <Nothing top={top} />
  return (
    <View>
      <CellGroup title={top.body === null ? '你管理的机构' : '下属机构'}>
        {bodies.map((body) => (
          <Cell
            key={body.id}
            title={body.name}
            description={descriptionOf(body)}
            onTap={() => open(routes.officeTree({ parentId: body.id }))}
          />
        ))}
      </CellGroup>
      {hasMore ? <Text className="tree__more">往下滑，看更多</Text> : null}
    </View>
  )
}

function Nothing({ top }: { top: TreeView }) {
  if (top.waiting.length > 0 || top.body === null || top.body.kind === 'unit' || top.body.kind === 'base')
    return null
  return (
    <Empty
      title="下面还没有机构"
      text="下属单位在“登记单位”里选择这里，登记后出现在这一页，等你核准"
      icon="usergroup"
    />
  )
}

const descriptionOf = (body: OrganisationView): string =>
  [
    kindText[body.kind],
    body.isPrivate ? '非公有制' : '',
    body.selfReviewing ? '自主审验' : '',
    body.line === 'health' ? '卫生行业' : body.line === 'accounting' ? '会计行业' : '',
    body.certifies ? '' : '认证权已取消',
  ]
    .filter((part) => part !== '')
    .join(' · ')
