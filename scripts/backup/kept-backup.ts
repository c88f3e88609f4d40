import { type Raw, upgraded } from '../../server/kernel/store/collection'
import type { CollectionList, CollectionName, Documents } from '../../server/kernel/store/collections'
import { documentsIn } from './documents'
import type { Manifest } from './manifest'
import type { Kept } from './port'

/** A backup whose files are whole, as the checks read it. */
export interface KeptBackup {
  list: CollectionList
  manifest: Manifest
  /** Documents as they were stored. */
  stored(name: string): AsyncGenerator<Kept, void, undefined>
  /** Documents as the program would read them today. */
  read<C extends CollectionName>(name: C): AsyncGenerator<Documents[C], void, undefined>
  count(name: string): number
}

export function keptBackup(dir: string, manifest: Manifest, list: CollectionList): KeptBackup {
  const stored = (name: string) => documentsIn(dir, manifest.collections[name] ?? { files: [] })
  return {
    list,
    manifest,
    stored,
    async *read<C extends CollectionName>(name: C) {
      for await (const document of stored(name)) yield upgraded<Documents[C]>(list[name], document as Raw)
    },
    count: (name) => manifest.collections[name]?.documents ?? 0,
  }
}
