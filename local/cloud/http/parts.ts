import type { MovableClock } from '../clock'
import type { Credentials } from '../credentials'
import type { FaultPlan } from '../faults'
import type { Caller } from '../functions/caller'
import type { Answer } from '../functions/instances'
import type { Timers } from '../functions/timers'
import type { Operations } from '../operations'
import type { Store } from '../store/store'
import type { OpenApi } from '../wire/openapi'
import type { PhoneCodes } from '../wire/phone-codes'
import type { FileDoor } from './files'

/** The parts of the cloud that its HTTP doors use. */
export interface Parts {
  dataDir: string
  store: Store
  fileDoor: FileDoor
  /** Folders that phones may upload into. */
  uploads: readonly string[]
  openApi: OpenApi
  phoneCodes: PhoneCodes
  clock: MovableClock
  timers: Timers
  faults: FaultPlan
  operations: Operations
  credentials: Credentials
  invoke(name: string, event: unknown, caller: Caller): Promise<Answer>
  killInstance(instanceId: string): void
}
