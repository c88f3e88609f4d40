import type { PreviewView, StepView } from '@server/claims/filing/views'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { askConsent, prepareConsent } from '@/cloud/ask-consent'
import { back, replace, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Timeline } from '@/ui/Timeline'
import { useRouteParameters } from '@/use-route-parameters'
import { deadlineText, hoursIn } from '../claim-words'
import { forgetTyped } from '../draft-store'
import { usePreview, useSubmit } from '../use-claims'
import './index.css'

const OFFLINE = '没有网络。内容都在，连上后再提交'

export default function Preview() {
  const { draftId } = useRouteParameters('draftId')
  const preview = usePreview(draftId)
  const submit = useSubmit(draftId, (claimId) => {
    forgetTyped(draftId)
    replace(routes.claim({ claimId }))
  })
  useEffect(() => void prepareConsent(), [])
  return (
    <Loaded query={preview} skeleton="card" offline={OFFLINE} waysOut={toForm}>
      {(view) => (
        <Screen
          offline={OFFLINE}
          footer={
            <Button
              block
              loading={submit.isPending}
              onTap={() => void askConsent().then(() => submit.mutate())}
            >
              提交申报
            </Button>
          }
        >
          <ActRefused tone="refused" error={submit.error} />
          <Hours view={view} />
          <Oddities view={view} />
          <Card>
            <Text className="claim-preview__heading">谁来审核</Text>
            <Timeline label="审核的各级" items={stepItems(view.chain)} current={0} />
          </Card>
          {view.deadline === null ? null : <Notice title="什么时候" text={deadlineText(view.deadline)} />}
        </Screen>
      )}
    </Loaded>
  )
}

const toForm = () => ({ action: { caption: '回去修改', onTap: back } })

/** Levels in order; one that the tree does not have is told with its reason. */
function stepItems(chain: readonly StepView[]) {
  const last = chain.reduce((found, { state }, index) => (state === 'skipped' ? found : index), 0)
  return chain.map(({ orgName, state, note }, index) => ({
    id: `${index}`,
    title: orgName,
    text: state === 'skipped' ? note : index === last ? '通过后就办结' : '通过后报上一级',
  }))
}

/**
 * The hours by formula, and the part that would count in the present account; hours over a cap are kept and shown.
 */
function Hours({ view }: { view: PreviewView }) {
  const { title, kindLabel, year, hours, effect, hourName, formula } = view
  const number = hours === null ? '待认定' : hoursIn(hours, hourName)
  return (
    <Card>
      <Text className="claim-preview__title">{title}</Text>
      <Text className="x-quiet">{`${kindLabel} · 计入 ${year} 年`}</Text>
      <Text className="claim-preview__number">{number}</Text>
      <Text className="x-quiet">{`怎样算：${formula}`}</Text>
      {effect === null ? null : (
        <View className="claim-preview__effect">
          <Text className="claim-preview__line">
            {`全部通过的话，${effect.categoryName}增加 ${hoursIn(effect.counted, hourName)}`}
          </Text>
          {effect.overCap > 0 ? (
            <Text className="claim-preview__over">
              {`${hoursIn(effect.overCap, hourName)}超出${effect.capLabel === '' ? '上限' : `“${effect.capLabel}”的上限`}，照样留存，不计入`}
            </Text>
          ) : null}
        </View>
      )}
    </Card>
  )
}

function Oddities({ view }: { view: PreviewView }) {
  if (view.oddities.length === 0) return null
  return (
    <Notice
      tone="due"
      title="审核人会特别看这几处"
      text={view.oddities.map(({ text }) => `${text}。`).join('')}
    />
  )
}
