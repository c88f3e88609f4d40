import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import type { RefusalCode } from '../../domain/kernel/refusal'
import { signedTextOf } from '../../domain/outside/batch'
import { delivery } from './batch-schema'
import { MOST_ROWS } from './limits'

// docs/partners.md cannot go stale: its example is a batch that would be taken.
const document = readFileSync(path.resolve(__dirname, '../../docs/partners.md'), 'utf8')
const blocks = (kind: string): string[] =>
  [...document.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\\n\`\`\``, 'g'))].map(([, text = '']) => text)

const example = delivery.parse(JSON.parse(blocks('json')[0] ?? ''))
const [signedText = '', publicKey = ''] = blocks('text')

test('the text that is printed is the text that is signed, and the key that is printed verifies it', () => {
  expect(signedTextOf(example.batch)).toBe(signedText)
  expect(sm2.doVerifySignature(signedText, example.signature, publicKey, { hash: true })).toBe(true)
  expect(sm2.doVerifySignature(`${signedText} `, example.signature, publicKey, { hash: true })).toBe(false)
})

test('every field of a line, the limit and every refusal of a batch are told', () => {
  for (const field of Object.keys(delivery.shape.batch.shape.rows.element.shape))
    expect(document).toContain(`\`${field}\``)
  expect(document).toContain(`${MOST_ROWS} 行`)
  const codes: RefusalCode[] = [
    ...(['INPUT_INVALID', 'PROVIDER_UNKNOWN', 'PROVIDER_KEY_WITHDRAWN'] as const),
    ...(['BATCH_SIGNATURE', 'BATCH_REGION', 'BATCH_CONFLICT', 'BUSY'] as const),
  ]
  for (const code of codes) expect(document).toContain(`\`${code}\``)
})
