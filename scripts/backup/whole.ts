import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { digestOf } from './folder'
import { FILE_LIST, type Manifest } from './manifest'

/** What is wrong with the files of a backup, a sentence each; none where all are as they were written. */
export async function brokenFiles(dir: string, { collections, files }: Manifest): Promise<string[]> {
  const parts = [...Object.values(collections).flatMap((each) => each.files), { name: FILE_LIST, ...files }]
  const faults: string[] = []
  for (const { name, bytes, sha256 } of parts) {
    const file = path.join(dir, name)
    if (!existsSync(file)) faults.push(`${name} 不在`)
    else if (statSync(file).size !== bytes) faults.push(`${name} 的大小不对：应有 ${bytes} 字节`)
    else if ((await digestOf(createReadStream(file))).sha256 !== sha256)
      faults.push(`${name} 的内容变了：摘要对不上`)
  }
  return faults
}
