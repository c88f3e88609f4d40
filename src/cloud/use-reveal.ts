import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newActId } from '@/cloud/act-id'
import { cloud } from '@/cloud/client'
import { retryTransport } from '@/cloud/queries'

export interface MaskedPerson {
  personId: string
  name: string
  idNumberMasked: string
}

export type Reveal = ReturnType<typeof useReveal>

interface Reading {
  personId: string
  reason: string
  readingId: string
}

/** ID numbers read in full, one by one, each with its reason; kept only by the open page. */
export function useReveal() {
  const [asking, ask] = useState<MaskedPerson | null>(null)
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (reading: Reading) => cloud.account.revealIdNumber.mutate(reading),
    retry: retryTransport,
    gcTime: 0,
    onSuccess: ({ idNumber }, { personId }) => setNumbers((before) => ({ ...before, [personId]: idNumber })),
  })
  const send = (reason: string) => {
    if (asking !== null) mutate({ personId: asking.personId, reason, readingId: newActId() })
  }
  const refusedFor = (personId: string): unknown => (variables?.personId === personId ? error : null)
  return { asking, ask, numbers, send, busy: isPending, refusedFor }
}
