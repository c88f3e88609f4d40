import { formatHours } from '@domain/kernel/hours'
import type { QueueLine } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Tag } from '@/ui/Tag'

/** The claimant, the title, the hours after the caps, and the oddities: the whole card opens the claim. */
export function QueueCard({ line }: { line: QueueLine }) {
  const { claimId, personName, kindLabel, title, odd } = line
  return (
    <Card
      label={`${personName}，${kindLabel}，${title}，${hoursOfLine(line)}${odd.length > 0 ? '，有需要注意的地方' : ''}`}
      onTap={() => open(routes.reviewClaim({ claimId }))}
    >
      <View className="queue-card__head">
        <Text className="queue-card__name">{personName}</Text>
        <Tag tone="quiet">{kindLabel}</Tag>
        <Text className="queue-card__hours">{hoursOfLine(line)}</Text>
      </View>
      <Text className="queue-card__title">{title === kindLabel ? `${line.year} 年度` : title}</Text>
      {odd.map((text) => (
        <View className="queue-card__odd" key={text}>
          <Icon name="error-circle" size={16} />
          <Text className="queue-card__odd-text">{text}</Text>
        </View>
      ))}
    </Card>
  )
}

function hoursOfLine({ hours, counted, hourName }: QueueLine): string {
  if (counted !== null) return `计 ${formatHours(counted)} ${hourName}`
  return hours === null ? '' : `${formatHours(hours)} ${hourName}`
}
