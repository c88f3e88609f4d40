import type { ArchiveView } from '@server/claims/archive/views'
import type { AttachmentView } from '@server/claims/filing/views'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { queries, retryTransport } from '@/cloud/queries'
import { queryKeys } from '@/cloud/query-keys'
import { openFile, useAttachments } from '@/cloud/use-attachments'

export interface ArchiveOf {
  personId: string
  year: number
}

/** The unit's people with the sums of their year; without a year, of the latest open one. */
export function useArchivePeople(year: number | null) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.archive.people(year),
    queryFn: ({ pageParam }) =>
      cloud.archive.people.query({
        ...(year === null ? {} : { year }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  useReachBottom(() => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  })
  useDidShow(() => {
    if (list.data !== undefined && list.isStale) void list.refetch()
  })
  return { list, first: list.data?.pages[0], people: list.data?.pages.flatMap((page) => page.people) ?? [] }
}

export const useArchive = ({ personId, year }: ArchiveOf) =>
  useQuery({
    queryKey: queryKeys.archive.person(personId, year),
    queryFn: () => cloud.archive.person.query({ personId, year }),
  })

/** The server's answer is the archive at present; the totals of the unit's list follow from it. */
function took({ personId, year }: ArchiveOf, after: ArchiveView): void {
  queries.setQueryData(queryKeys.archive.person(personId, year), after)
  void queries.invalidateQueries({ queryKey: queryKeys.archive.all })
}

export type GivenLine = Parameters<typeof cloud.archive.keep.mutate>[0]['line']

/** A line carries its own id: sent twice it is one, so a lost call may be tried again. */
export const useKeepLine = (of: ArchiveOf) =>
  useMutation({
    mutationFn: (given: { lineId: string; revision: number; line: GivenLine }) =>
      cloud.archive.keep.mutate({ ...of, ...given }),
    retry: retryTransport,
    onSuccess: (after) => took(of, after),
  })

export const useWithdrawLine = (of: ArchiveOf) =>
  useMutation({
    mutationFn: (record: string) => cloud.archive.withdraw.mutate({ record }),
    retry: retryTransport,
    onSuccess: (after) => took(of, after),
  })

/** The sheets of one line that is there already. */
export function useLineFiles(of: ArchiveOf, record: string) {
  return useAttachments({
    saved: async () => undefined,
    attach: async (file) => took(of, await cloud.archive.attach.mutate({ record, ...file })),
    detach: async ({ sha256 }) => took(of, await cloud.archive.detach.mutate({ record, sha256 })),
  })
}

export async function openSheet(record: string, file: AttachmentView): Promise<void> {
  const { url } = await cloud.archive.fileUrl.query({ record, sha256: file.sha256 })
  await openFile(file, url)
}

/** Whether the notice of the caller's unit asks for an archive at all. */
export function useKeepsArchive(): boolean {
  const me = useQuery({ queryKey: queryKeys.account.me, queryFn: () => cloud.account.me.query() })
  return me.data?.keepsArchive ?? false
}
