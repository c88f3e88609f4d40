import type { CaseView } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { cloud } from '@/cloud/client'
import { useRead } from '@/cloud/use-cloud'
import { Card } from '@/ui/Card'
import { Tag } from '@/ui/Tag'
import { caseText } from '@/wording/integrity'
import { dayText, momentText } from '@/wording/moment'

/** The caller's own records of dishonesty (QH23-24): each case with its deciders, and the day on which it lapses. */
export function OwnCases() {
  const { data } = useRead(cloud.oversight.myCases, undefined)
  if (data === undefined) return null
  return (
    <Card>
      <Text className="privacy__title">诚信记录</Text>
      {data.cases.length === 0 ? (
        <Text className="privacy__text">没有关于你的失信立案和记录</Text>
      ) : (
        data.cases.map((one) => <Case key={one.caseId} one={one} />)
      )}
    </Card>
  )
}

function Case({ one }: { one: CaseView }) {
  const { statement, orgName, openedAt, decisions, lapsesOn, clause } = one
  const { text, tone } = caseText[one.state]
  return (
    <View className="privacy__case">
      <Tag tone={tone}>{text}</Tag>
      <Text className="privacy__text">{statement}</Text>
      <Text className="privacy__line">{`${momentText(openedAt)} ${orgName}立案`}</Text>
      {decisions.map(({ orgName: by, verdict, reason, at }) => (
        <Text className="privacy__line" key={at}>
          {`${momentText(at)} ${by}${verdict === 'record' ? '认定' : '不予列入'}：${reason}`}
        </Text>
      ))}
      {lapsesOn === null ? null : (
        <Text className="privacy__line">{`${dayText(lapsesOn, true)}自动失效`}</Text>
      )}
      <Text className="privacy__line">{`“${clause.words}”`}</Text>
      <Text className="privacy__line">{`${clause.document} · ${clause.id}`}</Text>
    </View>
  )
}
