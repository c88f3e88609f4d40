import type { Day, Instant } from '../../../domain/kernel/instant'
import type { Region } from '../../../domain/kernel/regions'
import type { OfficeTemplates } from '../templates'

export interface Dice {
  /** 0 ≤ result < below, evenly. */
  integerBelow(below: number): number
  bytes(count: number): Uint8Array
}

/** A public key of certificates, and the days of issue on which it may have signed. */
export interface VerifyingKey {
  /** 1–255: the byte by which a certificate names its key. Never given twice. */
  readonly keyId: number
  readonly publicKeyHex: string
  /** Null where it signs from the first certificate on. */
  readonly from: Day | null
  /** Null while it is the key that signs. */
  readonly until: Day | null
  /**
   * The first day on which somebody else may have had it; absent or null where nobody had. Of that day and later ones
   * nothing is believed. The thief writes earlier days too, so that an earlier certificate is believed where it is the very
   * one that was issued, which only we can tell.
   */
  readonly stolenOn?: Day | null
}

export interface SigningKeys {
  readonly privateKeyHex: string
  readonly current: VerifyingKey
  /** The keys that signed before. Their private halves are destroyed; what they signed in their days stays true. */
  readonly past: readonly VerifyingKey[]
}

/** Keys in hex, by version, and by which of them is written. */
export interface Keys {
  readonly current: number
  readonly keys: Readonly<Record<number, string>>
}

/** Whom something is sealed for: a public key. Who seals cannot open. */
export interface Recipient {
  /** Of the key of ID numbers that it follows from, and that opens. */
  readonly keyVersion: number
  readonly publicKeyHex: string
}

/** What takes a provider's batch in. It follows from the keys of numbers (`intake.ts`), and they do not follow from it. */
export interface Intake {
  readonly sealTo: Recipient
  /** By them a batch that is sent again is told from another one; 64 hex each. */
  readonly batchKeys: Keys
}

/** A function has those that it needs (`server/kernel/variables.ts`); reading another throws, and says which. */
export interface Secrets {
  /** SM4 keys of ID numbers and mobiles, 32 hex each. */
  readonly idNumberKeys: Keys
  /** Keys of the hash that finds an ID number, 64 hex each. It is found by each of them, and written by the current. */
  readonly indexKeys: Keys
  /** Given to a function without the two above; absent in one that has them. */
  readonly intake?: Intake
  /** By it callers are named in the log, 64 hex. Given to a function without `indexKeys`; absent in one that has them. */
  readonly logKey?: string
  readonly signing: SigningKeys
}

export interface Ports {
  secrets: Secrets
  /** The mobile number behind the platform's code; null where the code names none. */
  phone: { exchange(code: string): Promise<string | null> }
  /** A mini-program code as PNG; `scene` at most 32 characters. */
  qrCode: { unitCode(scene: string, page: string): Promise<Uint8Array> }
  files: {
    /** An address that opens the file for whoever has it, for so long: the platform's own default is a day, and its most. */
    temporaryUrl(fileId: string, ageSeconds: number): Promise<{ url: string; expiresAt: Instant }>
    /** The first bytes of a file, so many at most; null where there is no such file. */
    read(fileId: string, mostBytes: number): Promise<Uint8Array | null>
    /** Puts bytes where functions alone can write, and gives back the file's id. */
    keep(path: string, bytes: Uint8Array): Promise<string>
    /** Removes a file that has served; one that is gone already is no fault. */
    remove(fileId: string): Promise<void>
  }
  messages: {
    send(message: Message): Promise<void>
    templates: OfficeTemplates
  }
  /** Where the page that checks certificates is served. */
  publicOrigin: string
  /** Production refuses sample lectures and invented area codes. */
  sampleContent: 'allowed' | 'refused'
  /** The region whose notice is shown to a caller with no known place: without a unit's code, and not registered. */
  homeRegion: Region
}

export interface Message {
  openid: string
  templateId: string
  /** By the template's own keywords. */
  data: Record<string, string>
  page: string
}
