import type { HolderView, OrganisationView } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { useTree } from '@/cloud/use-tree'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { both, Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { dateText, momentText } from '@/wording/moment'
import { kindText, roleNote, roleText } from '@/wording/organisation'
import { GrantSheet } from './grant-sheet'
import { useHolders, useRoleAct } from './use-roles'
import './index.css'

/** The roles at a body: given to a verified person, and revoked with a tap and a confirmation. */
export default function Roles() {
  const { orgId } = useRouteParameters('orgId')
  const { level } = useTree(orgId)
  const { list, holders } = useHolders(orgId)
  const act = useRoleAct(({ kind }) =>
    Taro.showToast({ title: kind === 'grant' ? '已授权' : '已收回', icon: 'success' }),
  )
  const [isGranting, setIsGranting] = useState(false)
  const [ending, setEnding] = useState<HolderView | null>(null)
  const end = () => {
    if (ending !== null)
      act.mutate({ kind: 'revoke', personId: ending.personId, role: ending.role, orgId, actId: newActId() })
    setEnding(null)
  }
  return (
    <Loaded query={both(level, list)}>
      {([{ body, may }]) => (
        <Screen
          footer={
            may.grant.length === 0 ? null : (
              <Button block loading={act.isPending} onTap={() => setIsGranting(true)}>
                授权给同事
              </Button>
            )
          }
        >
          <ActRefused error={act.error} />
          {body === null ? null : <Head body={body} />}
          {holders.length === 0 ? (
            <Empty
              title="还没有授权的人"
              text="授权后，这里能看到谁可以做什么，随时可以收回"
              icon="lock-on"
            />
          ) : (
            holders.map((holder) => (
              <Holder
                key={`${holder.personId}-${holder.role}`}
                holder={holder}
                onEnd={() => setEnding(holder)}
              />
            ))
          )}
          <GrantSheet
            orgId={orgId}
            roles={may.grant}
            visible={isGranting}
            onGrant={({ personId }, role) =>
              act.mutate({ kind: 'grant', personId, role, orgId, actId: newActId() })
            }
            onClose={() => setIsGranting(false)}
          />
          <Dialog
            visible={ending !== null}
            title={`收回${ending?.name ?? ''}的权限？`}
            text={ending === null ? '' : `收回后，他不再是${roleText[ending.role]}。已作的决定不变`}
            confirm="收回"
            cancel="不收回"
            tone="danger"
            onConfirm={end}
            onCancel={() => setEnding(null)}
          />
        </Screen>
      )}
    </Loaded>
  )
}

function Head({ body }: { body: OrganisationView }) {
  return (
    <View>
      <Text className="roles__body">{body.name}</Text>
      <Text className="x-quiet">{`${kindText[body.kind]}。只能授予自己管辖范围内的权限`}</Text>
      <Text className="x-quiet x-quiet--apart">谁可以做什么</Text>
    </View>
  )
}

function Holder({ holder, onEnd }: { holder: HolderView; onEnd: () => void }) {
  const given = `${holder.grantedByName} ${momentText(holder.grantedAt)} 授权`
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{holder.name}</Text>
        <Tag tone="brand">{roleText[holder.role]}</Tag>
      </View>
      <Text className="x-quiet">{roleNote[holder.role]}</Text>
      <Text className="x-quiet">{`手机 ${holder.mobileMasked}`}</Text>
      <Text className="x-quiet">
        {holder.until === null ? given : `${given}，到 ${dateText(holder.until)} 为止`}
      </Text>
      {holder.revocable ? (
        <Button tone="quiet" size="medium" label={`收回${holder.name}的权限`} onTap={onEnd}>
          收回
        </Button>
      ) : null}
    </Card>
  )
}
