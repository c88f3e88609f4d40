import { formatHours, type Hours } from '@domain/kernel/hours'
import type { ClaimToReview } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import type { Reveal } from '@/cloud/use-reveal'
import { Card } from '@/ui/Card'
import { IdNumber } from '@/ui/IdNumber'
import { Notice } from '@/ui/Notice'
import { Tag } from '@/ui/Tag'
import { dateText, momentText } from '@/wording/moment'

/** The claim field by field, with its claimant; a corrected field stands beside its earlier value. */
export function ClaimFacts({ shown, reveal }: { shown: ClaimToReview; reveal: Reveal }) {
  const { claim, personId, personName, idNumberMasked, unitName, dueAt, isLate } = shown
  const changed = new Map(claim.difference.map((one) => [one.field, one]))
  return (
    <Card>
      <View className="x-head">
        <Text className="x-name">{personName}</Text>
        <Tag tone="brand">{claim.kindLabel}</Tag>
      </View>
      <Text className="facts__strong">{sumOf(shown)}</Text>
      <Text className="x-quiet">{`${unitName} · ${claim.year} 年度 · ${dateText(claim.submittedAt)}提交`}</Text>
      {dueAt === null ? null : (
        <Text className={isLate ? 'x-quiet x-quiet--due' : 'x-quiet'}>
          {`${dateText(dueAt - 1)}前办完${isLate ? '，已经逾期' : ''}`}
        </Text>
      )}
      {idNumberMasked === '' ? null : (
        <IdNumber person={{ personId, name: personName, idNumberMasked }} reveal={reveal} />
      )}
      {claim.fields.map(({ id, label, text }) => (
        <View className="facts__field" key={id}>
          <Text className="facts__label">{label}</Text>
          <View className="facts__value">
            <Text className="facts__text">{text}</Text>
            {changed.has(id) ? (
              <Text className="x-quiet x-quiet--due">{`补正前：${changed.get(id)?.before || '没有填'}`}</Text>
            ) : null}
          </View>
        </View>
      ))}
      {changed.has('photo') ? <Text className="x-quiet x-quiet--due">证明材料有更换</Text> : null}
    </Card>
  )
}

/** The sum of the claim, where the eye falls first. */
function sumOf({ claim, effect, mostHours, needsHours }: ClaimToReview): string {
  const say = (hours: Hours): string => `${formatHours(hours)} ${claim.hourName}`
  if (needsHours) return `${claim.hourName}由审核人认定`
  if (mostHours === null) return claim.kindLabel
  if (effect === null) return say(mostHours)
  const beyond = effect.overCap > 0 ? `，${say(effect.overCap)}超出上限` : ''
  return `通过后计入 ${say(effect.counted)}${effect.categoryName}${beyond}`
}

/** The hours left under the caps, in sight before the decision, and the trainee's year. */
export function ClaimEffect({
  shown: { claim, effect, mostHours, needsHours, rings },
}: {
  shown: ClaimToReview
}) {
  const say = (hours: Hours): string => `${formatHours(hours)} ${claim.hourName}`
  return (
    <Card>
      {mostHours === null ? null : (
        <View className="facts__field">
          <Text className="facts__label">{`申报${claim.hourName}`}</Text>
          <Text className="facts__strong">{say(mostHours)}</Text>
        </View>
      )}
      {needsHours ? (
        <Text className="x-line">{`官方没有公布折算表，${claim.hourName}由审核人认定。`}</Text>
      ) : null}
      {effect === null ? null : (
        <View className="facts__field">
          <Text className="facts__label">通过后计入</Text>
          <View className="facts__value">
            <Text className="facts__strong">{`${say(effect.counted)}${effect.categoryName}`}</Text>
            {effect.overCap > 0 ? (
              <Text className="x-quiet x-quiet--due">{`${effect.capLabel}：${say(effect.overCap)}超出上限，不再增加`}</Text>
            ) : null}
          </View>
        </View>
      )}
      {rings.map(({ category, name, required, counted, pending }) => (
        <View className="facts__field" key={category}>
          <Text className="facts__label">{`今年${name}`}</Text>
          <Text className="facts__text">
            {`${formatHours(counted)}${required === null ? '' : `/${formatHours(required)}`} ${claim.hourName}${pending > 0 ? `，另有 ${formatHours(pending)} 待核验` : ''}`}
          </Text>
        </View>
      ))}
    </Card>
  )
}

export function ClaimOdd({ odd }: { odd: readonly string[] }) {
  if (odd.length === 0) return null
  return (
    <Notice tone="due" title="请留意">
      {odd.map((text) => (
        <Text className="facts__odd" key={text}>
          {text}
        </Text>
      ))}
    </Notice>
  )
}

const EVENTS = {
  submitted: '提交申报',
  resubmitted: '补正后再次提交',
  approved: '通过',
  reduced: '核减后通过',
  skipped: '不经过',
  returned: '退回补正',
  rejected: '不予通过',
  withdrawn: '本人撤回',
  transferred: '转办',
  opinion: '意见',
  moved: '随单位变动转交',
  lapsed: '到期关闭',
  credited: '记入',
  revoked: '撤销',
  reinstated: '恢复',
} as const

/** Earlier opinions and decisions, level by level. */
export function ClaimPast({ claim }: Pick<ClaimToReview, 'claim'>) {
  return (
    <Card>
      <Text className="x-line x-line--strong">办理经过</Text>
      {claim.timeline.map(({ kind, at, byName, orgName, note, hours }) => (
        <View className="facts__event" key={`${at} ${kind} ${byName}`}>
          <Text className="facts__text">
            {`${orgName === '' ? '' : `${orgName} `}${byName}：${EVENTS[kind]}${hours === null ? '' : `，${formatHours(hours)} ${claim.hourName}`}`}
          </Text>
          {note === '' ? null : <Text className="x-quiet x-quiet--due">{note}</Text>}
          <Text className="x-quiet">{momentText(at)}</Text>
        </View>
      ))}
      {claim.steps
        .filter(({ state }) => state === 'now' || state === 'waiting')
        .map(({ orgName, state }) => (
          <Text className="x-quiet" key={orgName}>
            {`${orgName}：${state === 'now' ? '正在审核' : '还没有到'}`}
          </Text>
        ))}
    </Card>
  )
}
