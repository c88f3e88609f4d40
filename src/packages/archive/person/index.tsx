import type { ArchiveLineView, ArchiveView } from '@server/claims/archive/views'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { open, routes } from '@/routes'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { Tag } from '@/ui/Tag'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText, overCap, spanText, standingOf } from '../archive-words'
import { type ArchiveOf, useArchive, useWithdrawLine } from '../use-archive'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的档案，连上后再记'

/** One person's archive of a year: its sum, its lines, and the state of each line's claim. */
export default function ArchivePerson() {
  const given = useRouteParameters('personId', 'year')
  const of = { personId: given.personId, year: Number(given.year) }
  const archive = useArchive(of)
  const withdraw = useWithdrawLine(of)
  const [asking, setAsking] = useState<ArchiveLineView | null>(null)
  useDidShow(() => {
    if (archive.data !== undefined && archive.isStale) void archive.refetch()
  })
  return (
    <Loaded query={archive} skeleton="card" offline={OFFLINE}>
      {(view) => {
        const { lines, name } = view
        return (
          <Screen
            offline={OFFLINE}
            footer={
              <Button block onTap={() => open(routes.archiveLine(of))}>
                记一条
              </Button>
            }
          >
            <ActRefused error={withdraw.error} />
            <Total view={view} />
            {lines.length === 0 ? (
              <Empty
                title="还没有记过"
                text={`${name}学了什么、哪几天、怎样学的，记下来并确定学时，他就能申报`}
                icon="file"
              />
            ) : (
              lines.map((line) => (
                <Line key={line.lineId} of={of} line={line} view={view} onWithdraw={() => setAsking(line)} />
              ))
            )}
            <Dialog
              visible={asking !== null}
              title="撤回这一条档案？"
              text={`《${asking?.title ?? ''}》撤回后不能再用来申报，撤回的记录会留在日志里。`}
              confirm="撤回"
              cancel="再想想"
              tone="danger"
              onConfirm={() => {
                if (asking !== null)
                  withdraw.mutate(asking.record, {
                    onSuccess: () => void Taro.showToast({ title: '已撤回', icon: 'success' }),
                  })
                setAsking(null)
              }}
              onCancel={() => setAsking(null)}
            />
          </Screen>
        )
      }}
    </Loaded>
  )
}

function Total({ view }: { view: ArchiveView }) {
  const { name, year, total, cap } = view
  const over = overCap(view)
  return (
    <Card>
      <Text className="archive__title">{`${name} · ${year} 年`}</Text>
      <Text className="archive__number">{hoursText(total, view)}</Text>
      {cap === null ? null : (
        <ProgressLine
          percent={Math.min(100, Math.round((total / cap.hours) * 100))}
          label={`最多计 ${hoursText(cap.hours, view)}`}
        />
      )}
      {over === null ? null : (
        <Text className="archive__over">
          {`超出上限 ${hoursText(over, view)}。照样留在档案里，审核通过后只计到上限。`}
        </Text>
      )}
    </Card>
  )
}

interface LineProps {
  of: ArchiveOf
  line: ArchiveLineView
  view: ArchiveView
  onWithdraw: () => void
}

function Line({ of, line, view, onWithdraw }: LineProps) {
  const { lineId, title, way, how, hours, attachments, keptByName, canChange, canWithdraw } = line
  const { text, tone } = standingOf(line)
  const edit = () => open(routes.archiveLine({ ...of, lineId }))
  return (
    <Card>
      <View className="x-head">
        <Text className="archive__hours">{hoursText(hours, view)}</Text>
        <Tag tone={tone}>{text}</Tag>
      </View>
      <Text className="archive__title">{title}</Text>
      <Text className="x-quiet">{`${way} · ${spanText(line)}`}</Text>
      <Text className="x-quiet">{how}</Text>
      <Text className="x-quiet">
        {`${attachments.length === 0 ? '还没有附材料' : `材料 ${attachments.length} 份`} · ${keptByName}记的`}
      </Text>
      <View className="x-acts">
        {canWithdraw ? (
          <View className="x-fill">
            <Button tone="quiet" block label={`撤回《${title}》`} onTap={onWithdraw}>
              撤回
            </Button>
          </View>
        ) : null}
        <View className="x-fill">
          <Button tone="plain" block label={`打开《${title}》`} onTap={edit}>
            {canChange ? '更正或附材料' : '看这一条'}
          </Button>
        </View>
      </View>
    </Card>
  )
}
