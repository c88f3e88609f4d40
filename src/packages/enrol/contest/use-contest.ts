import { useMutation, useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { enter, landAfterRegistration } from '@/cloud/arrive'
import { cloud } from '@/cloud/client'
import { enrolDraft } from '@/cloud/enrol-draft'
import { queries } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'

/** The state of the caller's own contest; fetched again whenever they come back to look. */
export function useContest() {
  const contest = useQuery({
    queryKey: queryKeys.account.contest,
    queryFn: async () => (await cloud.account.myContest.query()).contest,
  })
  useDidShow(() => {
    if (contest.data !== undefined) void contest.refetch()
  })
  return contest
}

export function useFileContest(onFiled: () => void) {
  return useMutation({
    mutationFn: (input: { name: string; idNumber: string; statement: string }) =>
      cloud.account.contest.mutate(input),
    // The home page says how it stands, and knows it from the entry.
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: queryKeys.account.contest })
      onFiled()
      await queries.fetchQuery({ queryKey: queryKeys.entry, queryFn: enter, staleTime: 0 })
    },
  })
}

/** The account is bound now: the typed registration is not needed any more. */
export async function enterRebound(): Promise<void> {
  enrolDraft.clear()
  await landAfterRegistration()
}
