import { useEffect, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useAct, usePages } from '@/cloud/use-cloud'
import type { Nature } from '@/wording/organisation'

const SHORTEST_SEARCH = 2
const PAUSE_MS = 350

/** Bodies that others register under, by name: asked once the typing pauses. */
export function useAbove(text: string) {
  const [asked, setAsked] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const { list: found, items } = usePages(cloud.organisation.searchAbove, { text: asked }, 'bodies', {
    enabled: asked.length >= SHORTEST_SEARCH,
    keepsPrevious: true,
    byHand: true,
  })
  const isTooShort = text.trim().length < SHORTEST_SEARCH
  return { found, isTooShort, bodies: items }
}

export type BodyKind = 'department' | 'township' | 'unit' | 'private-unit'

export interface BodyForm {
  name: string
  kind: BodyKind
  parentId: string
  /** What it is for the law; null where the registrar leaves it to the body above. */
  nature: Nature | null
  /** Empty where it is left out. */
  county: string
}

/** The same body registered again is the same registration, so a lost call may be sent again. */
export function useRegisterBody() {
  return useAct(
    ({ name, kind, parentId, nature, county }: BodyForm) =>
      cloud.organisation.register.mutate({
        name,
        parentId,
        isPrivate: kind === 'private-unit',
        kind: kind === 'private-unit' ? 'unit' : kind,
        ...(nature === null ? {} : { nature }),
        ...(county === '' ? {} : { county }),
      }),
    { touches: ['organisation'] },
  )
}
