import type { ImportView } from '@server/membership/roster/views'
import { useState } from 'react'
import { useEntry } from '@/cloud/use-entry'
import { ActRefused } from '@/ui/ActRefused'
import { Loaded } from '@/ui/Loaded'
import type { Chooser } from './chooser'
import { Done } from './done'
import { isWorking } from './import-words'
import { Preview } from './preview'
import { Start } from './start'
import { useChooseSheet, useRosterImport } from './use-roster-import'
import { Working } from './working'

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
    choose: () => choose.mutate(),
  }
  return (
    <Loaded query={status} skeleton="card">
      {() => {
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
