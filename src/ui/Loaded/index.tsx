import type { ReactNode } from 'react'
import { Empty, type EmptyProps } from '../Empty'
import { Refused, type RefusedProps } from '../Refused'
import { Screen } from '../Screen'
import { Skeleton, type SkeletonShape } from '../Skeleton'

/** A read of a screen, as `useRead` and the list of `usePages` give it. */
export interface Asked<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

export interface LoadedProps<T> {
  query: Asked<T>
  /** The shape shown while loading. */
  skeleton?: SkeletonShape
  /** The sentence shown in place of the content where the answer has none. */
  empty?: (data: T) => EmptyProps | false
  /** The ways out of a refusal; without it, asking once more. */
  waysOut?: (error: unknown) => Omit<RefusedProps, 'error'>
  children: (data: T) => ReactNode
}

/**
 * A page whose content is one answer of the backend: the outline while it loads, the refusal, the empty page, or the
 * screen that the answer makes. An answer that is there stays, also where asking anew fails.
 */
export function Loaded<T>({ offline, ...props }: LoadedProps<T> & { offline?: string }) {
  const { query, empty, children } = props
  const screen = offline === undefined ? {} : { offline }
  if (query.data === undefined) {
    const refused = refusedProps(props)
    const state = query.error === null ? 'loading' : 'refused'
    return <Screen {...screen} state={state} skeleton={props.skeleton ?? 'list'} refused={refused} />
  }
  const nothing = empty?.(query.data) ?? false
  if (nothing !== false) return <Screen {...screen} state="empty" empty={nothing} />
  return <>{children(query.data)}</>
}

/** The same for a part of a page, below what the page shows in any case. */
export function LoadedPart<T>(props: LoadedProps<T>) {
  const { query, skeleton = 'list', empty, children } = props
  if (query.data === undefined)
    return query.error === null ? <Skeleton shape={skeleton} /> : <Refused {...refusedProps(props)} />
  const nothing = empty?.(query.data) ?? false
  return nothing === false ? children(query.data) : <Empty {...nothing} />
}

function refusedProps<T>({ query, waysOut }: LoadedProps<T>): RefusedProps {
  const { error } = query
  return { error, ...(waysOut?.(error) ?? { onRetry: () => void query.refetch() }) }
}

/** Two reads that a screen needs together: loaded with both, refused with the first refusal, asked anew together. */
export const both = <A, B>(one: Asked<A>, other: Asked<B>): Asked<[A, B]> => ({
  data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
  error: one.error ?? other.error,
  refetch: () => Promise.all([one.refetch(), other.refetch()]),
})
