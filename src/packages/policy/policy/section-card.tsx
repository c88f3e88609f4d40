import type { PolicyLine, PolicySection } from '@server/policy/views'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { RuleTag } from '@/ui/Rule'

interface SectionCardProps {
  section: PolicySection
  isOpen: boolean
  onToggle: () => void
  onLine: (line: PolicyLine) => void
}

/** One question that people ask, folded to its heading until it is asked. */
export function SectionCard({ section, isOpen, onToggle, onLine }: SectionCardProps) {
  return (
    <Card>
      <View
        className="policy__heading"
        hoverClass="policy--pressed"
        ariaRole="button"
        ariaLabel={`${section.title}，${section.lines.length} 条，${isOpen ? '收起' : '展开'}`}
        onClick={onToggle}
      >
        <Text className="policy__section">{section.title}</Text>
        <Text className="policy__count">{`${section.lines.length} 条`}</Text>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      </View>
      {isOpen
        ? section.lines.map((line) => <Line key={line.id} line={line} onTap={() => onLine(line)} />)
        : null}
    </Card>
  )
}

function Line({ line, onTap }: { line: PolicyLine; onTap: () => void }) {
  const { title, value, state } = line
  return (
    <View
      className="policy__line"
      hoverClass="policy--pressed"
      ariaRole="button"
      ariaLabel={`${title}，${value}`}
      onClick={onTap}
    >
      <View className="x-fill">
        <Text className="x-quiet">{title}</Text>
        <Text className="policy__value">{value}</Text>
        {state === 'stated' ? null : (
          <View className="policy__state">
            <RuleTag state={state} />
          </View>
        )}
      </View>
      <View className="policy__arrow">
        <Icon name="chevron-right" />
      </View>
    </View>
  )
}
