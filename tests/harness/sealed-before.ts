import { sm4 } from 'sm-crypto-v2'
import type { Secrets } from '../../server/kernel/ports/port'
import type { Sealed } from '../../server/kernel/ports/sealing'

/** As values were sealed before they were bound to their place. */
export function sealedBefore(text: string, keyVersion: number, { idNumberKeys }: Secrets): Sealed {
  const iv = '0c'.repeat(12)
  const made = sm4.encrypt(text, idNumberKeys.keys[keyVersion] ?? '', { mode: 'gcm', iv, outputTag: true })
  const { output, tag } = made as unknown as { output: string; tag: string }
  return { cipher: `${iv}${tag}${output}`, keyVersion }
}
