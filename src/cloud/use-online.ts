import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

export const isOnline = (): boolean => onlineManager.isOnline()

/** Says when the network comes back; the answer ends it. */
export const whenOnline = (returned: () => void): (() => void) =>
  onlineManager.subscribe((online) => {
    if (online) returned()
  })

export const useOnline = (): boolean =>
  useSyncExternalStore((changed) => onlineManager.subscribe(changed), isOnline)
