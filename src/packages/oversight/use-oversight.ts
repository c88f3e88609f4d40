import { cloud } from '@/cloud/client'
import { type Actable, useAct, usePages, useRead } from '@/cloud/use-cloud'

export const useChecks = () => useRead(cloud.oversight.checks, {}, { onShow: 'ask' })

/** The bodies whose people an overseer may check: their own, with all that hangs below. */
export const useOwnBodies = () => useRead(cloud.organisation.tree, {})

export const useCheck = (checkId: string) => useRead(cloud.oversight.check, { checkId }, { onShow: 'ask' })

export const useSample = (checkId: string, claimId: string) =>
  useRead(cloud.oversight.sample, { checkId, claimId })

export const useDoubles = () => {
  const { list, items } = usePages(cloud.oversight.doubles, {}, 'doubles', { onShow: 'ask' })
  return { list, doubles: items }
}

export const useObjections = (state: 'open' | 'upheld' | 'dismissed') =>
  useRead(cloud.oversight.objections, { state }, { onShow: 'ask' })

export const useObjection = (voidingId: string) => useRead(cloud.oversight.objection, { voidingId })

export const useCertifying = (unitId: string) => useRead(cloud.oversight.certifying, { unitId })

export const useJobs = () => useRead(cloud.oversight.jobs, undefined)

export const useCases = () => useRead(cloud.oversight.cases, undefined)

/** An act of oversight: the reads of oversight are asked for anew, once it has changed them. */
export const useOversight = <I, O>(act: Actable<I, O>, onDone: (answer: O) => void = () => undefined) =>
  useAct(act, { touches: ['oversight'], onDone })
