import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Purpose = 'read' | 'write'

/** Addresses that open one file for one purpose until one moment of the cloud's clock. They end with this process. */
export class SignedAddresses {
  private readonly secret = randomBytes(32)

  constructor(private readonly now: () => number) {}

  /** The part of an address after the origin. */
  pathFor(key: string, purpose: Purpose, ageSeconds: number): string {
    const until = Math.floor(this.now() / 1000) + ageSeconds
    const sign = this.signature(key, purpose, until).toString('hex')
    // Chinese names stay as they are: the SDK encodes the address itself before it downloads.
    return `/_storage/${key}?until=${until}&sign=${sign}`
  }

  /** The key that an address opens, or null where it is not ours, not for this, or no longer valid. */
  keyIn(url: URL, purpose: Purpose): string | null {
    const key = decodeURIComponent(url.pathname.slice('/_storage/'.length))
    const until = Number(url.searchParams.get('until'))
    const given = Buffer.from(url.searchParams.get('sign') ?? '', 'hex')
    const wanted = this.signature(key, purpose, until)
    const genuine = given.length === wanted.length && timingSafeEqual(given, wanted)
    return genuine && this.now() < until * 1000 ? key : null
  }

  private signature(key: string, purpose: Purpose, until: number): Buffer {
    return createHmac('sha256', this.secret).update(`${purpose}\n${until}\n${key}`).digest().subarray(0, 16)
  }
}
