import type { AuditLineView } from '@server/afterwards/audit-log/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chips } from '@/ui/Chips'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { OwnBodies } from '@/ui/OwnBodies'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { clockText, dateText } from '@/wording/moment'
import { FILTERS, whoText } from './log-words'
import { useLog } from './use-log'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的日志，连上后自动更新'

/** 日志: each act with actor, subject, time and phone; a tap opens the claim, or all that was done to the person. */
export default function Log() {
  const { orgId: given, personId } = useRouteParameters('orgId', 'personId')
  const [orgId, setOrgId] = useState(given)
  const [action, setAction] = useState<(typeof FILTERS)[number]['value']>('')
  const { log, next, lines } = useLog({ orgId, personId, action })
  return (
    <Loaded query={log} offline={OFFLINE}>
      {({ bodies }) => (
        <Screen offline={OFFLINE}>
          {given === '' ? (
            <OwnBodies bodies={bodies} value={orgId === '' ? null : orgId} onChange={setOrgId} />
          ) : null}
          <Chips label="类别" value={action} options={FILTERS} onChange={setAction} />
          {lines.length === 0 && !log.hasNextPage ? (
            <Empty title="没有这类记录" text="换一个类别看看。日志至少保存六个月，谁也不能改" icon="file" />
          ) : null}
          {byDay(lines).map(({ day, of }) => (
            <View key={day}>
              <Text className="log__day">{day}</Text>
              {of.map((line) => (
                <Line key={line.id} line={line} onTap={openerOf(line, { orgId, personId })} />
              ))}
            </View>
          ))}
          {log.hasNextPage ? (
            <Button tone="plain" block onTap={next}>
              看更早的
            </Button>
          ) : null}
        </Screen>
      )}
    </Loaded>
  )
}

const byDay = (lines: readonly AuditLineView[]): { day: string; of: AuditLineView[] }[] => {
  const days = [...new Set(lines.map(({ at }) => dateText(at, true)))]
  return days.map((day) => ({ day, of: lines.filter(({ at }) => dateText(at, true) === day) }))
}

/** The page that a tap on a line opens; none where its subject has no page, or is the person whose log this is. */
function openerOf(
  { subject }: AuditLineView,
  { orgId, personId }: { orgId: string; personId: string },
): (() => void) | undefined {
  if (subject === null || subject.id === personId) return undefined
  const route =
    subject.of === 'claim'
      ? routes.reviewClaim({ claimId: subject.id })
      : routes.officeLog({ personId: subject.id, ...(orgId === '' ? {} : { orgId }) })
  return () => open(route)
}

function Line({ line, onTap }: { line: AuditLineView; onTap: (() => void) | undefined }) {
  const where = [clockText(line.at), line.scopeName, line.device].filter((part) => part !== '').join(' · ')
  return (
    <Card label={`${line.actionName}，${whoText(line)}`} {...(onTap && { onTap })}>
      <Text className="log__what">{line.actionName}</Text>
      <Text className="log__change">{whoText(line)}</Text>
      {line.action === 'id-number-revealed' ? (
        <Text className="log__change">{`理由：${line.after}`}</Text>
      ) : null}
      <Text className="x-quiet">{where}</Text>
    </Card>
  )
}
