import type { ClaimCard as ClaimCardView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { claimStateText, standingOf } from '@/wording/claims'
import { claimStateTone, hoursIn } from '../claim-words'
import './claim-card.css'

/** One claim in a list: title, hours, state. */
export function ClaimCard({ claim }: { claim: ClaimCardView }) {
  const { claimId, title, kindLabel, year, state, hours, hourName } = claim
  const facts = [kindLabel, `${year} 年`, hours === null ? '' : hoursIn(hours, hourName)]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <Card
      label={`${title}，${facts}，${claimStateText[state]}，${standingOf(claim)}`}
      onTap={() => open(routes.claim({ claimId }))}
    >
      <View className="claim-card__head">
        <Text className="claim-card__title">{title}</Text>
        <Tag tone={claimStateTone[state]}>{claimStateText[state]}</Tag>
      </View>
      <Text className="x-quiet">{facts}</Text>
      <Text className={state === 'returned' ? 'x-quiet x-quiet--due' : 'x-quiet'}>{standingOf(claim)}</Text>
    </Card>
  )
}
