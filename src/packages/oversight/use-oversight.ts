import { useMutation, useQuery } from '@tanstack/react-query'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { useFresh } from '@/cloud/use-fresh'

const { oversight } = queryKeys

export function useChecks() {
  const checks = useQuery({
    queryKey: oversight.checks,
    queryFn: () => cloud.oversight.checks.query({}),
  })
  useFresh(checks)
  return checks
}

/** The bodies whose people the caller may check: their own, with all bodies below. */
export const useOwnBodies = () =>
  useQuery({ queryKey: oversight.bodies, queryFn: () => cloud.organisation.tree.query({}) })

export function useCheck(checkId: string) {
  const check = useQuery({
    queryKey: oversight.check(checkId),
    queryFn: () => cloud.oversight.check.query({ checkId }),
  })
  useFresh(check)
  return check
}

export const useSample = (checkId: string, claimId: string) =>
  useQuery({
    queryKey: oversight.sample(checkId, claimId),
    queryFn: () => cloud.oversight.sample.query({ checkId, claimId }),
  })

export const useObjections = (state: 'open' | 'upheld' | 'dismissed') => {
  const objections = useQuery({
    queryKey: oversight.objections(state),
    queryFn: () => cloud.oversight.objections.query({ state }),
  })
  useFresh(objections)
  return objections
}

export const useObjection = (voidingId: string) =>
  useQuery({
    queryKey: oversight.objection(voidingId),
    queryFn: () => cloud.oversight.objection.query({ voidingId }),
  })

export const useCertifying = (unitId: string) =>
  useQuery({
    queryKey: oversight.certifying(unitId),
    queryFn: () => cloud.oversight.certifying.query({ unitId }),
  })

export const useJobs = () =>
  useQuery({ queryKey: oversight.jobs, queryFn: () => cloud.oversight.jobs.query() })

export const useCases = () =>
  useQuery({ queryKey: oversight.cases, queryFn: () => cloud.oversight.cases.query() })

/** An act carries its own id, so that a lost call may be sent again; the data it changed is fetched anew. */
export function useAct<Input, Result>(
  send: (input: Input) => Promise<Result>,
  onDone: (result: Result) => void = () => undefined,
) {
  return useMutation({
    mutationFn: send,
    retry: retryTransport,
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: oversight.all }),
  })
}
