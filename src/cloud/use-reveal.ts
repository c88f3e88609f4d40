import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { useAct } from '@/cloud/use-cloud'

export interface MaskedPerson {
  personId: string
  name: string
  idNumberMasked: string
}

export type Reveal = ReturnType<typeof useReveal>

/** ID numbers read in full, one by one, each with its reason; kept by nobody but the page that is open. */
export function useReveal() {
  const [asking, ask] = useState<MaskedPerson | null>(null)
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const { mutate, isPending, error, variables } = useAct(cloud.account.revealIdNumber, {
    forgets: true,
    onDone: ({ idNumber }, { personId }) => setNumbers((before) => ({ ...before, [personId]: idNumber })),
  })
  const send = (reason: string) => {
    if (asking !== null) mutate({ personId: asking.personId, reason, readingId: newActId() })
  }
  const refusedFor = (personId: string): unknown => (variables?.personId === personId ? error : null)
  return { asking, ask, numbers, send, busy: isPending, refusedFor }
}
