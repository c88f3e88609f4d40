import { cloud } from './client'
import { usePages } from './use-cloud'

/** One level of the tree: the first page has the body and the waiting bodies, each further page adds children. */
export function useTree(parentId: string | null) {
  const input = parentId === null ? {} : { parentId }
  const { list, items } = usePages(cloud.organisation.tree, input, 'children', { onShow: 'ask' })
  return { level: list, children: items }
}
