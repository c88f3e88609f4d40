import { useRouter } from '@tarojs/taro'

/** The page's own parameters, decoded; a missing one is an empty string. */
export function useRouteParameters<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const given = useRouter().params
  const read = names.map((name) => [name, decodeURIComponent(given[name] ?? '')] as const)
  return Object.fromEntries(read) as Record<Name, string>
}
