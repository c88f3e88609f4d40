import { dayOf } from '../../domain/kernel/instant'
import type { CertificateDocument } from '../../server/books/certificate/documents'
import { holderDigest, openPayload } from '../../server/books/certificate/payload'
import { type Verifier, verifierOf } from '../../server/books/certificate/signing'
import type { VerifyingKey } from '../../server/kernel/ports/port'
import { Faults, type Finding } from './findings'
import type { KeptBackup } from './kept-backup'

const CHECK = '证书签名'

/** Each certificate bears a signature of one of these keys, over what it says. */
export async function checkCertificates(
  { count, read }: KeptBackup,
  keys: readonly VerifyingKey[] | null,
): Promise<Finding> {
  const certificates = count('certificates')
  if (certificates === 0) return new Faults().found(CHECK, '没有证书')
  const faults = new Faults()
  if (keys === null) {
    faults.add(`${certificates} 张证书没有公钥可查：请用 --key 给出（GET /web/key 的回答）`)
    return faults.found(CHECK, '没有公钥')
  }
  // What was signed before a key was stolen, and what was after, is told apart by the page; here all that we issued stands.
  const verifiers = await Promise.all(keys.map((key) => verifierOf({ ...key, stolenOn: null })))
  for await (const certificate of read('certificates')) {
    const fault = await faultOf(certificate, verifiers)
    if (fault) faults.add(`证书 ${certificate._id} ${fault}`)
  }
  return faults.found(CHECK, `${certificates} 张，用 ${keys.length} 把公钥查过`)
}

async function faultOf(
  certificate: CertificateDocument,
  verifiers: readonly Verifier[],
): Promise<string | null> {
  const { _id: number, name, idNumberMasked, year, region, hours, issuedAt, payload } = certificate
  const opened = openPayload(payload, verifiers)
  if (!opened.ok) return '的签名不真'
  const signed = opened.value
  const holder = await holderDigest({ number, name, idNumberMasked })
  const isSame =
    signed.number === number &&
    signed.year === year &&
    signed.region === region &&
    signed.hours.public === hours.public &&
    signed.hours.professional === hours.professional &&
    signed.issuedOn === dayOf(issuedAt) &&
    holder.every((byte, at) => byte === signed.holderDigest[at])
  return isSame ? null : '写的和签名里的不一样'
}
