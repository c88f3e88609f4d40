import type { CheckView, SampleCard } from '@server/oversight/views'
import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { useCheck } from '../use-oversight'
import { findingTag, ruleText } from '../words'
import '../oversight.css'

/** One check: how it was drawn, and its samples, unexamined ones first. */
export default function Check() {
  const { checkId } = useRouteParameters('checkId')
  const query = useCheck(checkId)
  return (
    <Loaded query={query}>
      {(check) => {
        const left = check.samples.filter(({ finding }) => finding === null)
        const done = check.samples.filter(({ finding }) => finding !== null)
        return (
          <Screen>
            <Head check={check} />
            {left.length > 0 ? null : (
              <Notice
                tone="done"
                title="这一批都核查完了"
                text="不属实的，点开可以作废学时；情况严重的，可以取消单位的认证权限或立案"
              />
            )}
            {[...left, ...done].map((sample) => (
              <Sample key={sample.claimId} checkId={checkId} sample={sample} />
            ))}
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Head({ check }: { check: CheckView }) {
  const { all, open: left } = check.counts
  const percent = Math.round(((all - left) / all) * 100)
  return (
    <Card>
      <Text className="oversight__name">{`${check.scopeText} · ${check.year} 年度`}</Text>
      <ProgressLine percent={percent} label={`已核查 ${all - left}/${all}`} />
      <Text className="x-quiet">{ruleText(check)}</Text>
    </Card>
  )
}

function Sample({ checkId, sample }: { checkId: string; sample: SampleCard }) {
  const { claimId, personName, unitName, title, kindLabel, hours, finding } = sample
  const { text, tone } = findingTag(sample)
  const facts = `${kindLabel}${hours === null ? '' : ` · ${hoursText(hours)}`}`
  return (
    <Card
      label={`${personName}，${title}，${facts}，${text}`}
      onTap={() => open(routes.officeSample({ checkId, claimId }))}
    >
      <View className="oversight__line">
        <View className="oversight__what">
          <Text className="oversight__title">{title}</Text>
          <Text className="x-quiet">{`${personName} · ${unitName}`}</Text>
          <Text className="x-quiet">{facts}</Text>
          {finding?.verdict === 'false' ? <Text className="x-quiet">{`查明：${finding.reason}`}</Text> : null}
        </View>
        <Tag tone={tone}>{text}</Tag>
      </View>
    </Card>
  )
}
