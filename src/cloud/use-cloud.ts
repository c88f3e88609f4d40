import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { type cloud, pathOf } from './client'
import { queries, retryTransport } from './queries'

/** A procedure that is read, as the typed client has it: `cloud.home.view`. */
export interface Readable<Input, Output> {
  query: (input: Input) => Promise<Output>
}

/** A procedure that changes something: `cloud.claim.withdraw`. */
export interface Actable<Input, Output> {
  mutate: (input: Input) => Promise<Output>
}

/** An area of the backend, or one procedure of it: what is asked for anew after an act. */
export type Touched = {
  [Area in keyof typeof cloud & string]: Area | `${Area}.${keyof (typeof cloud)[Area] & string}`
}[keyof typeof cloud & string]

type Shape = 'read' | 'pages'

/**
 * The key of a read: its procedure's path, whether it is one answer or pages of it, and its input. An area or a
 * procedure is a prefix of it.
 */
export const keyOf = (procedure: object, input?: unknown, shape: Shape = 'read') => [
  ...pathOf(procedure),
  shape,
  input ?? {},
]

/** Has everything of these areas and procedures asked for anew. */
export const touch = (...touched: readonly Touched[]): Promise<unknown> =>
  Promise.all(touched.map((path) => queries.invalidateQueries({ queryKey: path.split('.') })))

/** Keeps the answer that a read would give now, as an act has just said it. */
export const keep = <I, O>(procedure: Readable<I, O>, input: NoInfer<I>, answer: NoInfer<O>): void => {
  queries.setQueryData<O>(keyOf(procedure, input), answer)
}

/** The answer of a read that is known without asking. */
export const known = <I, O>(procedure: Readable<I, O>, input: NoInfer<I>): O | undefined =>
  queries.getQueryData<O>(keyOf(procedure, input))

export interface ReadOptions {
  enabled?: boolean
  staleTime?: number
  /** The answer to the last input stays until this one has its own. */
  keepsPrevious?: boolean
  /** Nothing of its answer is kept once its page is gone. */
  forgets?: boolean
  /**
   * When its page is seen again, also from underneath another: asked anew each time, or only where the answer is old.
   * Without it, only what an act touches.
   */
  onShow?: 'ask' | 'ask-if-stale'
}

const queryOptions = ({
  enabled = true,
  staleTime,
  keepsPrevious = false,
  forgets = false,
}: ReadOptions) => ({
  enabled,
  ...(forgets ? { gcTime: 0 } : {}),
  ...(staleTime === undefined ? {} : { staleTime }),
  ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
})

interface Shown {
  data: unknown
  isStale: boolean
  refetch: () => unknown
}

function useOnShow(shown: Shown, { onShow, enabled = true }: ReadOptions): void {
  useDidShow(() => {
    if (onShow === undefined || !enabled || shown.data === undefined) return
    if (onShow === 'ask' || shown.isStale) void shown.refetch()
  })
}

/** One answer of one procedure: `useRead(cloud.claim.claim, { claimId })`. */
export const useRead = <I, O>(procedure: Readable<I, O>, input: NoInfer<I>, options: ReadOptions = {}) =>
  useReadBy(procedure, input, () => procedure.query(input), options)

/**
 * A read that several calls make together, or an act which answers the same however often it is sent. It is known, and
 * asked for anew, as the read of the procedure that it names.
 */
export function useReadBy<O>(
  procedure: object,
  input: unknown,
  ask: () => Promise<O>,
  options: ReadOptions = {},
) {
  const read = useQuery({ queryKey: keyOf(procedure, input), queryFn: ask, ...queryOptions(options) })
  useOnShow(read, options)
  return read
}

/** A page of a list, which says where the next one begins. */
interface PageOf {
  next: string | number | null
}

/** The fields of a page that hold what it lists. */
type ListOf<O> = { [K in keyof O]: O[K] extends readonly unknown[] ? K : never }[keyof O]
type ItemOf<O, K extends keyof O> = O[K] extends readonly (infer T)[] ? T : never

export interface PagesOptions extends ReadOptions {
  /** Where a button asks for more, and the end of the page belongs to another list. */
  byHand?: boolean
  /** The state that the list was read in; in another state it is another list. */
  asOf?: string
}

/**
 * A list that comes page by page, the next one as the end of the screen is reached:
 * `usePages(cloud.review.people, { binding }, 'people')`. Its first page, the data of `list`, also says what belongs to
 * the whole list.
 */
export function usePages<
  I extends { after?: string | number | undefined },
  O extends PageOf,
  K extends ListOf<O>,
>(procedure: Readable<I, O>, input: NoInfer<Omit<I, 'after'>>, of: K, options: PagesOptions = {}) {
  const list = useInfiniteQuery({
    queryKey: [...keyOf(procedure, input, 'pages'), ...(options.asOf === undefined ? [] : [options.asOf])],
    queryFn: ({ pageParam }) =>
      procedure.query({ ...input, ...(pageParam === null ? {} : { after: pageParam }) } as I),
    initialPageParam: null as string | number | null,
    getNextPageParam: ({ next }) => next,
    ...queryOptions(options),
  })
  useReachBottom(() => {
    if (options.byHand !== true) showMore(list)
  })
  useOnShow(list, options)
  const pages: readonly O[] = list.data?.pages ?? []
  const { error, isLoading, isSuccess, isFetching, refetch } = list
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = { hasNextPage, isFetchingNextPage, fetchNextPage }
  return {
    list: { data: pages[0], error, isLoading, isSuccess, isFetching, refetch, ...more },
    items: pages.flatMap((page) => page[of] as ItemOf<O, K>[]),
  }
}

/** A list that comes page by page, as far as its next page is concerned. */
export interface Growing {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The next page, once and only where there is one. */
export function showMore({ hasNextPage, isFetchingNextPage, fetchNextPage }: Growing): void {
  if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
}

/** The pages that some screen has already fetched, with any input. */
export const knownPages = <I, O>(procedure: Readable<I, O>): O[] =>
  queries
    .getQueriesData<InfiniteData<O>>({ queryKey: [...pathOf(procedure), 'pages'] })
    .flatMap(([, data]) => data?.pages ?? [])

export interface ActOptions<I, O> {
  /** The reads that the act may have changed: asked for anew when it was taken, and when it was not. */
  touches?: readonly Touched[]
  onDone?: (answer: O, input: I) => unknown
  /** An act whose repetition is another act: a lost call is then not tried again. */
  once?: boolean
  /** Nothing of its answer is kept once its page is gone. */
  forgets?: boolean
}

/**
 * An act of a screen: `useAct(cloud.claim.withdraw, { touches: ['claim', 'home'] })`, or a function that chooses among
 * several. Acts carry their own ids and are decided once however often they arrive, so a lost call is tried again.
 */
export function useAct<I, O>(
  act: Actable<I, O> | ((input: I) => Promise<O>),
  { touches = [], onDone, once = false, forgets = false }: ActOptions<I, O> = {},
) {
  return useMutation<O, unknown, I>({
    mutationFn: (input) => ('mutate' in act ? act.mutate(input) : act(input)),
    retry: once ? false : retryTransport,
    ...(forgets ? { gcTime: 0 } : {}),
    onSuccess: (answer, input) => onDone?.(answer, input),
    onSettled: () => touch(...touches),
  })
}
