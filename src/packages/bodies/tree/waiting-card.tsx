import type { WaitingOrganisation } from '@server/bodies/views'
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

/** A registered body, its registrar, and the decision at the thumb. */
export function WaitingCard({ waiting, onVerify, onReturn }: WaitingCardProps) {
  const { organisation, registrar, registeredAt } = waiting
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
        </View>
      )}
      <View className="x-acts">
        <View className="x-fill">
          <Button tone="quiet" block label={`退回${organisation.name}`} onTap={onReturn}>
            退回
          </Button>
        </View>
        <View className="x-fill">
          <Button block disabled={registrar === null} label={`核准${organisation.name}`} onTap={onVerify}>
            核准
          </Button>
        </View>
      </View>
    </Card>
  )
}
