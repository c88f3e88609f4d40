import type { Namesake, RegistrarView, WaitingOrganisation } from '@server/bodies/views'
import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { momentText } from '@/wording/moment'
import { kindText, standingText } from '@/wording/organisation'

export interface WaitingCardProps {
  waiting: WaitingOrganisation
  onVerify: () => void
  onReturn: () => void
}

const STANDS: Record<Namesake['state'], string> = {
  registered: '待核准',
  verified: '已核准',
  returned: '退回补正中',
}

/** Confirmed elsewhere, or to be confirmed with this body as one of its people. */
const isConfirmable = ({ binding, isOfBody }: RegistrarView): boolean => binding === 'verified' || isOfBody

/** A registered body, its registrar, and the decision at the thumb. */
export function WaitingCard({ waiting, onVerify, onReturn }: WaitingCardProps) {
  const { organisation, registrar, namesakes, registeredAt } = waiting
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{organisation.name}</Text>
        <Tag tone="due">待核准</Tag>
      </View>
      <Text className="x-quiet">
        {`${kindText[organisation.kind]}${organisation.isPrivate ? ' · 非公有制' : ''} · ${momentText(registeredAt)} 登记`}
      </Text>
      {standingText(organisation) === '' ? null : (
        <Text className="x-quiet">{standingText(organisation)}</Text>
      )}
      {registrar === null ? (
        <Text className="x-quiet x-quiet--due">登记人还没有完成实名登记，完成后才能核准</Text>
      ) : (
        <View>
          <Text className="x-quiet">{`登记人 ${registrar.name}，手机 ${registrar.mobileMasked}`}</Text>
          <Text className="x-quiet">{`身份证 ${registrar.idNumberMasked}`}</Text>
          {isConfirmable(registrar) ? null : (
            <Text className="x-quiet x-quiet--due">
              {`登记人把自己登记在${registrar.unitName}，还没有核对，请他改为登记在这里再核准`}
            </Text>
          )}
        </View>
      )}
      {namesakes.map(({ orgId, state, registrarName, registeredAt: at }) => (
        <Text key={orgId} className="x-quiet x-quiet--due">
          {`同名的另一份：${registrarName === '' ? '登记人还没有实名登记' : registrarName}，${momentText(at)} 登记，${STANDS[state]}`}
        </Text>
      ))}
      <View className="x-acts">
        <View className="x-fill">
          <Button tone="quiet" block label={`退回${organisation.name}`} onTap={onReturn}>
            退回
          </Button>
        </View>
        <View className="x-fill">
          <Button
            block
            disabled={registrar === null || !isConfirmable(registrar)}
            label={`核准${organisation.name}`}
            onTap={onVerify}
          >
            核准
          </Button>
        </View>
      </View>
    </Card>
  )
}
