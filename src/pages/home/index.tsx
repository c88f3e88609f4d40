import { comeIn, currentEntry } from '@/cloud/arrive'
import { refusalOf } from '@/cloud/refusal'
import { useEntry } from '@/cloud/use-entry'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import type { RefusedProps } from '@/ui/Refused'
import { Screen } from '@/ui/Screen'
import { Newcomer, NewcomerFooter } from './newcomer'
import { stepOf } from './next-step'
import { useHome } from './use-home'
import { Year } from './year'
import './index.css'

export default function Home() {
  const entry = useEntry()
  const isRegistered = entry.data !== undefined && entry.data.person !== null
  const home = useHome(isRegistered)
  if (entry.error !== null) return <Screen state="refused" refused={entryRefused(entry.error)} />
  if (entry.data === undefined) return <Screen state="loading" skeleton="home" />
  if (!isRegistered) {
    return (
      <Screen footer={<NewcomerFooter contest={entry.data.contest} />}>
        <Newcomer entry={entry.data} />
      </Screen>
    )
  }
  return (
    <Loaded query={home} skeleton="home" waysOut={(error) => waysFromHome(error, () => void home.refetch())}>
      {(view) => {
        const step = stepOf(view)
        return (
          <Screen
            footer={
              <Button block onTap={step.go}>
                {step.caption}
              </Button>
            }
          >
            <Year home={view} />
          </Screen>
        )
      }}
    </Loaded>
  )
}

/** Before this year's notice is here, the notices of other years can be read. */
const waysFromHome = (error: unknown, onRetry: () => void) =>
  refusalOf(error)?.code === 'NO_RULE_FOR_YEAR'
    ? { onRetry, action: { caption: '看其他年度的政策', onTap: () => open(routes.policy({})) } }
    : { onRetry }

/** A code of no use must not shut out a person who can come in without it. */
function entryRefused(error: unknown): RefusedProps {
  const code = refusalOf(error)?.code ?? ''
  const without = { ...currentEntry(), token: null, channel: 'other' } as const
  return code.startsWith('TOKEN_') || code === 'REGISTERED_ELSEWHERE' || code === 'ID_NUMBER_TAKEN'
    ? { error, action: { caption: '先不用二维码，进入首页', onTap: () => void comeIn(without) } }
    : { error, onRetry: () => void comeIn(currentEntry()) }
}
