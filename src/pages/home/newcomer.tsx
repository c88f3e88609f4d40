import { addHours, formatHours } from '@domain/kernel/hours'
import type { EnterView } from '@server/people/views'
import { Text, View } from '@tarojs/components'
import { enrolDraft } from '@/cloud/enrol-draft'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Ring } from '@/ui/Ring'
import { hoursText } from '@/wording/labels'
import { ContestNotice } from './contest-notice'

const WAY = [
  '实名登记，大约 3 分钟',
  '看课程，每一讲看完都会记下',
  '通过考试，学时自动计入',
  '学满一年，领取证书',
] as const

/** A newcomer: the ring is empty, and holds the length of the way. Not an error. */
export function Newcomer({ entry }: { entry: EnterView }) {
  const { standard } = entry
  const unitName = entry.landing.page === 'enrol' ? entry.landing.unit?.name : undefined
  return (
    <View>
      <ContestNotice entry={entry} />
      <Card>
        <Text className="x-title">从登记开始</Text>
        <Text className="home__year">
          {standard === null ? '专业技术人员继续教育' : `${standard.year} 年度 · ${standard.regionName}`}
        </Text>
        <Ring
          rings={[
            { percent: 0, tone: 'done', label: '公需，还没有开始' },
            { percent: 0, tone: 'brand', label: '专业，还没有开始' },
          ]}
        >
          <Text className="home__number">0</Text>
          <Text className="home__of">
            {standard === null
              ? '学时'
              : `共 ${formatHours(addHours(standard.public, standard.professional))} 学时`}
          </Text>
        </Ring>
        {standard === null ? null : (
          <Text className="home__sentence">
            {`一年 ${hoursText(standard.public)}${standard.categoryNames.public}，${hoursText(standard.professional)}${standard.categoryNames.professional}`}
          </Text>
        )}
        {unitName === undefined ? null : <Text className="home__from">{`你的单位：${unitName}`}</Text>}
      </Card>
      <Card>
        {WAY.map((step, index) => (
          <View className="home__way" key={step}>
            <Text className="home__way-number">{index + 1}</Text>
            <Text className="home__way-text">{step}</Text>
          </View>
        ))}
      </Card>
    </View>
  )
}

export function NewcomerFooter({ contest }: Pick<EnterView, 'contest'>) {
  if (contest?.state === 'waiting')
    return (
      <Button block onTap={() => open(routes.enrolContest())}>
        查看核对进度
      </Button>
    )
  const begun = enrolDraft.load().consentVersion !== ''
  return (
    <Button block onTap={() => open(begun ? routes.enrolIdentity() : routes.enrolConsent())}>
      {begun ? '继续登记' : '开始登记'}
    </Button>
  )
}
