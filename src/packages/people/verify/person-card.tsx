import type { PersonToVerify } from '@server/membership/person-to-verify'
import { Text, View } from '@tarojs/components'
import type { Reveal } from '@/cloud/use-reveal'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { IdNumber } from '@/ui/IdNumber'
import { Tag } from '@/ui/Tag'
import { clockText } from '@/wording/moment'
import { doubtsOf, rosterWords } from './days'

export interface PersonCardProps {
  person: PersonToVerify
  reveal: Reveal
  onConfirm: () => void
  onDispute: () => void
}

/** The person, their own data, the roster's answer; the decision at the thumb. */
export function PersonCard({ person, reveal, onConfirm, onDispute }: PersonCardProps) {
  const roster = rosterWords(person)
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{person.name}</Text>
        <Tag tone={roster.tone}>{roster.text}</Tag>
      </View>
      {person.isSelf ? (
        <Text className="x-quiet">{`身份证 ${person.idNumberMasked}`}</Text>
      ) : (
        <IdNumber person={person} reveal={reveal} />
      )}
      <Text className="x-quiet">{`手机 ${person.mobileMasked} · ${clockText(person.claimedAt)} 登记`}</Text>
      {person.binding === 'verified'
        ? null
        : doubtsOf(person).map((doubt) => (
            <Text className="x-quiet x-quiet--due" key={doubt}>
              {doubt}
            </Text>
          ))}
      {person.note === '' ? null : <Text className="x-quiet x-quiet--due">{person.note}</Text>}
      {person.isSelf ? (
        <Text className="x-quiet">
          {person.binding === 'verified' ? '这是你自己' : '这是你自己，由另一位审核人核对'}
        </Text>
      ) : (
        <Acts person={person} onConfirm={onConfirm} onDispute={onDispute} />
      )}
    </Card>
  )
}

function Acts({ person, onConfirm, onDispute }: Omit<PersonCardProps, 'reveal'>) {
  return (
    <View className="x-acts">
      {person.binding === 'contested' ? null : (
        <View className="x-fill">
          <Button tone="quiet" block label={`对${person.name}有疑问`} onTap={onDispute}>
            有疑问
          </Button>
        </View>
      )}
      {person.binding === 'verified' ? null : (
        <View className="x-fill">
          <Button block label={`确认${person.name}是本单位的人`} onTap={onConfirm}>
            是本单位的人
          </Button>
        </View>
      )}
    </View>
  )
}
