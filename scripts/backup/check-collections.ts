import type { CollectionName } from '../../server/kernel/store/collections'
import { Faults, type Finding } from './findings'
import type { KeptBackup } from './kept-backup'
import type { Collected } from './manifest'
import type { Kept } from './port'

/** Every collection that the program declares is there, and no other; each holds what the manifest says. */
export async function checkCollections(backup: KeptBackup): Promise<Finding> {
  const faults = new Faults()
  const declared: readonly string[] = Object.keys(backup.list)
  const kept = Object.entries(backup.manifest.collections)
  for (const name of declared) if (!(name in backup.manifest.collections)) faults.add(`缺集合 ${name}`)
  let documents = 0
  for (const [name, collected] of kept) {
    documents += collected.documents
    if (declared.includes(name)) await checkCollection(backup, name as CollectionName, { collected, faults })
    else faults.add(`本程序不认识集合 ${name}`)
  }
  return faults.found('集合', `${kept.length} 个集合，${documents} 条`)
}

async function checkCollection(
  { list, stored }: KeptBackup,
  name: CollectionName,
  { collected, faults }: { collected: Collected; faults: Faults },
): Promise<void> {
  const today = list[name].upgrades.length + 1
  let [documents, last] = [0, '']
  for await (const document of stored(name)) {
    const fault = faultOf(document, { last, today })
    if (fault) faults.add(`${name}/${document._id} ${fault}`)
    last = document._id
    documents += 1
  }
  if (documents !== collected.documents)
    faults.add(`${name} 应有 ${collected.documents} 条，实有 ${documents} 条`)
}

function faultOf({ _id, version, shape = 1 }: Kept, { last, today }: { last: string; today: number }) {
  if (last !== '' && Buffer.compare(Buffer.from(last), Buffer.from(_id)) >= 0) return '不按次序，或者重复'
  if (!Number.isInteger(version) || Number(version) < 1) return '的 version 不对'
  if (!Number.isInteger(shape) || Number(shape) < 1) return '的数据版本不对'
  if (Number(shape) > today) return `的数据版本是 ${shape}，比本程序的 ${today} 新`
  return null
}
