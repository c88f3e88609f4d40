import type { PersonToVerify } from '@server/membership/person-to-verify'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Reveal } from '@/cloud/use-reveal'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { IdNumber } from '@/ui/IdNumber'
import { Tag } from '@/ui/Tag'
import { heldText } from '@/wording/held-title'
import { clockText } from '@/wording/moment'
import { doubtsOf, rosterWords } from './days'

export interface PersonCardProps {
  person: PersonToVerify
  reveal: Reveal
  /** Whether the person belongs; absent where the list asks something else of them, which is `children`. */
  onConfirm?: () => void
  onDispute?: () => void
  children?: ReactNode
}

/** The person, their own data, the roster's answer; the decision at the thumb. */
export function PersonCard({ person, reveal, onConfirm, onDispute, children }: PersonCardProps) {
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
      {children === undefined && person.title !== null ? (
        <Text className="x-quiet">{`职称：${heldText(person.title.held)}`}</Text>
      ) : null}
      {person.binding === 'verified'
        ? null
        : doubtsOf(person).map((doubt) => (
            <Text className="x-quiet x-quiet--due" key={doubt}>
              {doubt}
            </Text>
          ))}
      {person.note === '' ? null : <Text className="x-quiet x-quiet--due">{person.note}</Text>}
      {children}
      {onConfirm === undefined || onDispute === undefined ? null : person.isSelf ? (
        <Text className="x-quiet">
          {person.binding === 'verified' ? '这是你自己' : '这是你自己，由另一位审核人核对'}
        </Text>
      ) : (
        <Acts person={person} onConfirm={onConfirm} onDispute={onDispute} />
      )}
    </Card>
  )
}

type ActsProps = Required<Pick<PersonCardProps, 'person' | 'onConfirm' | 'onDispute'>>

function Acts({ person, onConfirm, onDispute }: ActsProps) {
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
