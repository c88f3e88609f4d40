import path from 'node:path'
import { linesIn } from './folder'
import { documentOf } from './line'
import type { Collected } from './manifest'
import type { Kept } from './port'

/** The documents of a collection, one by one, out of its files. */
export async function* documentsIn(
  dir: string,
  { files }: Pick<Collected, 'files'>,
): AsyncGenerator<Kept, void, undefined> {
  for (const { name } of files) for await (const line of linesIn(path.join(dir, name))) yield documentOf(line)
}
