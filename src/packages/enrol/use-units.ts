import { useEffect, useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-cloud'

const SHORTEST_SEARCH = 2
const PAUSE_MS = 350

/** Units by name: asked once the typing pauses. */
export function useUnits(text: string) {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { list: found, items } = usePages(cloud.account.searchUnits, { text: asked }, 'units', {
    enabled: asked.length >= SHORTEST_SEARCH,
    keepsPrevious: true,
    byHand: true,
  })
  const isTooShort = text.trim().length < SHORTEST_SEARCH
  return { found, isTooShort, units: items }
}
