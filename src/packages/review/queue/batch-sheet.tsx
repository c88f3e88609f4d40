import type { QueueLine } from '@server/claims/review/claim-views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'
import { Popup } from '@/ui/Popup'
import { ProgressLine } from '@/ui/ProgressLine'
import { type Alike, alikeOf } from './queue-groups'
import type { Batch } from './use-queue'

interface BatchSheetProps {
  visible: boolean
  lines: readonly QueueLine[]
  batch: Batch | null
  onRun: (lines: readonly QueueLine[]) => void
  onClose: () => void
}

/** Claims without oddities are approved together; the others stay behind, with the reason. */
export function BatchSheet({ visible, lines, batch, onRun, onClose }: BatchSheetProps) {
  return (
    <Popup visible={visible} title="一起通过" {...(batch?.isRunning ? {} : { onClose })}>
      {batch === null ? <Choose lines={lines} onRun={onRun} /> : <Running batch={batch} onClose={onClose} />}
    </Popup>
  )
}

function Choose({ lines, onRun }: Pick<BatchSheetProps, 'lines' | 'onRun'>) {
  const groups = alikeOf(lines)
  const [kind, setKind] = useState<string | null>(null)
  const chosen: Alike | undefined = groups.find((group) => group.kind === kind) ?? groups[0]
  if (chosen === undefined) return <Text className="batch__text">没有两件以上一样的申报，请逐件看。</Text>
  const held = lines.filter((line) => !chosen.lines.includes(line))
  return (
    <View>
      <Choice
        label="哪一类"
        value={chosen.kind}
        options={groups.map((group) => ({
          value: group.kind,
          label: `${group.label} ${group.lines.length} 件`,
          note: [...new Set(group.lines.map(({ personName }) => personName))].join('、'),
        }))}
        onChange={setKind}
      />
      {held.length === 0 ? null : (
        <View className="batch__held">
          <Text className="batch__heading">{`留下 ${held.length} 件，请逐件看`}</Text>
          {held.map((line) => (
            <Text className="batch__line" key={line.claimId}>
              {`${line.personName}：${line.odd[0] ?? `类别是${line.kindLabel}`}`}
            </Text>
          ))}
        </View>
      )}
      <Button block onTap={() => onRun(chosen.lines)}>
        {`通过这 ${chosen.lines.length} 件`}
      </Button>
    </View>
  )
}

function Running({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { total, done, result, isRunning, error } = batch
  return (
    <View>
      <ProgressLine percent={Math.round((done / total) * 100)} label={`${done}/${total}`} />
      {isRunning ? <Text className="batch__text">正在逐件提交，请稍等</Text> : null}
      <ActRefused error={error} />
      {isRunning || error !== null ? null : (
        <Notice
          tone="done"
          title={`通过了 ${result.approved.length} 件`}
          text={
            result.held.length === 0
              ? '其余的仍在待办，请逐件看。'
              : `留下 ${result.held.length} 件，请逐件看。`
          }
        />
      )}
      {result.held.map(({ claimId, personName, reason }) => (
        <Text className="batch__line" key={claimId}>{`${personName}：${reason}`}</Text>
      ))}
      {isRunning ? null : (
        <Button block onTap={onClose}>
          回到待办
        </Button>
      )}
    </View>
  )
}
