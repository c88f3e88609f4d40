// Checks a certificate with no network: what its QR holds, against the platform's public key.
//
//   npx tsx scripts/verify-certificate.ts 'HTTPS://…/WEB/#PAYLOAD' --key key.json [--revoked revoked.json]
//     [--name 王小明 --id '9901**********1234'] [--now 2022-08-20T00:00:00Z]
//
// key.json is what GET /web/key answers; revoked.json what GET /web/revoked does (all its pages in one). The verdict is
// one JSON line (`key-stolen`: the page alone can tell, because a thief signs earlier days too); the exit code is 0 only
// where the signature holds, the name (if given) is the holder's, and the list (if given) does not name it.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { formatHours } from '../domain/kernel/hours'
import { DAY_MS } from '../domain/kernel/instant'
import { holderDigest, isOfStolenKey, openPayload } from '../server/books/certificate/payload'
import { verifierOf } from '../server/books/certificate/signing'
import type { VerifyingKey } from '../server/kernel/ports/port'

export interface Question {
  text: string
  key: KeyFile
  revoked: { asOf: number; numbers: string[] } | null
  holder: { name: string; idNumberMasked: string } | null
  now: number
}

/** What GET /web/key answers; one that was kept from before there were several keys has none of `keys`. */
export interface KeyFile {
  keyId: number
  publicKeyHex: string
  keys?: VerifyingKey[]
}

export interface Verdict {
  verdict:
    | 'signature-holds'
    | 'key-stolen'
    | 'revoked'
    | 'other-holder'
    | 'CERTIFICATE_SIGNATURE'
    | 'CERTIFICATE_MALFORMED'
  certificate: Record<string, string | number> | null
  /** How old the knowledge of revocations is; null: there was no list, so a revoked one would not be noticed. */
  revocationListAgeDays: number | null
}

export async function verify({ text, key, revoked, holder, now }: Question): Promise<Verdict> {
  const revocationListAgeDays = revoked ? Math.floor((now - revoked.asOf) / DAY_MS) : null
  const payload = text.slice(text.indexOf('#') + 1).trim()
  const { keyId, publicKeyHex, keys = [{ keyId, publicKeyHex, from: null, until: null }] } = key
  const opened = openPayload(payload, await Promise.all(keys.map((one) => verifierOf(one))))
  if (!opened.ok) return { verdict: opened.refusal.code, certificate: null, revocationListAgeDays }
  const { number, year, region, hours, issuedOn, holderDigest: signed } = opened.value
  const certificate = {
    number,
    year,
    region,
    publicHours: formatHours(hours.public),
    professionalHours: formatHours(hours.professional),
    issuedOn,
  }
  const asked = holder ? await holderDigest({ number, ...holder }) : signed
  const verdict = !asked.every((byte, index) => byte === signed[index])
    ? 'other-holder'
    : revoked?.numbers.includes(number)
      ? 'revoked'
      : isOfStolenKey(payload, keys)
        ? 'key-stolen'
        : 'signature-holds'
  return { verdict, certificate, revocationListAgeDays }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      revoked: { type: 'string' },
      name: { type: 'string' },
      id: { type: 'string' },
      now: { type: 'string' },
    },
  })
  const [text] = positionals
  if (!text || !values.key || (values.name === undefined) !== (values.id === undefined)) {
    console.error(
      "usage: verify-certificate 'URL#PAYLOAD' --key key.json [--revoked list.json] [--name N --id MASKED]",
    )
    process.exit(2)
  }
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
  const verdict = await verify({
    text,
    key: read(values.key),
    revoked: values.revoked ? read(values.revoked) : null,
    holder: values.name && values.id ? { name: values.name, idNumberMasked: values.id } : null,
    now: values.now ? Date.parse(values.now) : Date.now(),
  })
  console.log(JSON.stringify(verdict))
  const age = verdict.revocationListAgeDays
  console.error(age === null ? '没有撤销名单：已撤销的证书看不出来' : `撤销名单是 ${age} 天前的`)
  process.exit(verdict.verdict === 'signature-holds' ? 0 : 1)
}

if (require.main === module) void main()
