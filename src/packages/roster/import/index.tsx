import type { ImportView } from '@server/membership/roster/views'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { refusalOf } from '@/cloud/refusal'
import { errorText } from '@/cloud/refusal-text'
import { useEntry } from '@/cloud/use-entry'
import { ActRefused } from '@/ui/ActRefused'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { ProgressLine } from '@/ui/ProgressLine'
import { Screen } from '@/ui/Screen'
import { Done } from './done'
import { isWorking, percentDone, progressText } from './import-words'
import { PointOut } from './point-out/point-out'
import { questionOf } from './point-out/point-out-words'
import { Preview } from './preview'
import { Start } from './start'
import { type Chooser, useChooseSheet, useRosterImport } from './use-roster-import'
import './import.css'

const OFFLINE = '没有网络。已经导入的都在，连上后接着来'

/** A roster from a sheet: template, file, a preview row by row, and only then the import itself. */
export default function Import() {
  const { status, view, stopped, goOn } = useRosterImport()
  const entry = useEntry()
  const [startsAnew, setStartsAnew] = useState(false)
  const choose = useChooseSheet(() => setStartsAnew(false))
  const hasOwnUnit = entry.data?.person?.roles.includes('unit-reviewer') === true
  const chooser: Chooser = {
    hasOwnUnit,
    isBusy: choose.isPending,
    sentPercent: choose.sentPercent,
    refusal: <ActRefused tone="refused" error={choose.error} />,
    choose: () => choose.mutate(null),
    read: (pointed, of) => choose.mutate({ pointed, of }),
  }
  const question = choose.isPending ? null : questionOf(refusalOf(choose.error))
  return (
    <Loaded query={status} skeleton="card">
      {() => {
        if (question)
          return (
            <PointOut
              question={question}
              onPointed={(pointed) => chooser.read(pointed, null)}
              onAnother={chooser.choose}
            />
          )
        if (view === null || startsAnew || choose.isPending) return <Start chooser={chooser} last={view} />
        if (isWorking(view)) return <Working view={view} stopped={stopped} offline={OFFLINE} onGoOn={goOn} />
        return <Settled view={view} chooser={chooser} onAnew={() => setStartsAnew(true)} />
      }}
    </Loaded>
  )
}

function Settled({ view, chooser, onAnew }: { view: ImportView; chooser: Chooser; onAnew: () => void }) {
  return view.state === 'ready' ? (
    <Preview key={view.id} view={view} chooser={chooser} offline={OFFLINE} />
  ) : (
    <Done view={view} chooser={chooser} onAnew={onAnew} />
  )
}

interface WorkingProps {
  view: ImportView
  /** Why it stands still; null while it goes on. */
  stopped: unknown
  offline: string
  onGoOn: () => void
}

/** How far it is. It goes on while this page is open, and from where it stopped after coming back. */
function Working({ view, stopped, offline, onGoOn }: WorkingProps) {
  const isChecking = view.state === 'checking'
  return (
    <Screen
      offline={offline}
      footer={
        stopped === null ? null : (
          <Button block onTap={onGoOn}>
            接着来
          </Button>
        )
      }
    >
      {stopped === null ? null : <Stopped error={stopped} />}
      <Card>
        <Text className="import__title">{isChecking ? '正在逐行核对' : '正在导入'}</Text>
        <Text className="import__file">{view.fileName}</Text>
        <View className="import__progress">
          <ProgressLine percent={percentDone(view)} label={progressText(view)} />
        </View>
        <Text className="import__text">
          {isChecking
            ? '只是核对，名册还没有任何改动。离开这一页再回来，会接着核对。'
            : '离开这一页再回来，会从停下的地方接着导入，不会重复。'}
        </Text>
      </Card>
    </Screen>
  )
}

function Stopped({ error }: { error: unknown }) {
  const { title, way } = errorText(error)
  return <Notice tone="due" title={`停在这里：${title}`} text={`已经做完的都在。${way}。`} />
}
