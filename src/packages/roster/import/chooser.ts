import type { ReactNode } from 'react'

/** Choosing a sheet, as each of the screens offers it. */
export interface Chooser {
  /** A unit's reviewer, whose own roster can be had as a sheet. */
  hasOwnUnit: boolean
  isBusy: boolean
  /** How much of the file is sent, in percent; 100 while the server reads it. */
  sentPercent: number
  /** Why the last one was not taken. */
  refusal: ReactNode
  choose: () => void
}
