import { type Growing, showMore } from '@/cloud/use-cloud'
import { Button } from '../Button'

/** The way on of a list that comes page by page; nothing where it has ended. */
export function More({ list, children }: { list: Growing; children: string }) {
  if (!list.hasNextPage) return null
  return (
    <Button tone="quiet" block loading={list.isFetchingNextPage} onTap={() => showMore(list)}>
      {children}
    </Button>
  )
}
