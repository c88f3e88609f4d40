type Handlers = Record<string, (event: { detail: Record<string, unknown> }) => void>

/** React gives a native tag its handlers as properties; the phone calls them with `detail`. */
export function handlersOf(element: Element | null | undefined): Handlers {
  const key = Object.keys(element ?? {}).find((name) => name.startsWith('__reactProps$'))
  if (!element || key === undefined) throw new Error('no such element')
  return (element as unknown as Record<string, Handlers>)[key] ?? {}
}
