import type { Stored } from './stored'

/** The person who leaves or asks for their data: all that leads to their documents. */
export interface Who {
  personId: string
  openid: string
  idNumberHash: string
  unitId: string
  name: string
  /** The ID number and the mobile in full, where they are known. */
  numbers: readonly string[]
  /** Stands where the name stood: it says nothing of whom, and tells two people apart. */
  pseudonym: string
}

/**
 * Keys that tell of a natural person, wherever they stand in a document. A document that has one of them must say what
 * becomes of it; `name` may be a thing's name, and says so (`{ nobody: … }`).
 */
export type PersonalKey =
  | 'openid'
  | 'formerOpenids'
  | 'registrarOpenid'
  | 'personId'
  | 'holderId'
  | 'actorId'
  | 'subjectId'
  | 'name'
  | 'personName'
  | 'idNumber'
  | 'idNumberHash'
  | 'idNumberMasked'
  | 'mobile'
  | 'mobileMasked'
  | 'by'
  | 'byName'
  | 'decidedBy'
  | 'decidedByName'
  | 'decidedForName'
  | 'grantedBy'
  | 'grantedByName'
  | 'keptByName'
  | 'setBy'
  | 'usedBy'

type Plain = string | number | boolean | null | undefined
type Element<T> = T extends readonly (infer E)[] ? E : T
type Deeper = { 4: 3; 3: 2; 2: 1; 1: 0; 0: never }

/** A leaf that can name a person: any text, or a sealed number. Closed unions such as `'trainee' | 'clock'` cannot. */
type Names<T> = string extends T
  ? true
  : Exclude<T, null | undefined> extends { cipher: string }
    ? true
    : false

type PathsAt<T, Depth extends keyof Deeper> = [Depth] extends [never]
  ? never
  : T extends Plain
    ? never
    : {
        [K in keyof T & string]: string extends K
          ? never
          :
              | (K extends PersonalKey ? (Names<Element<T[K]>> extends true ? K : never) : never)
              | (Names<T[K]> extends true
                  ? never
                  : PathsAt<Element<Exclude<T[K], null | undefined>>, Deeper[Depth]> extends infer P extends
                        string
                    ? `${K}.${P}`
                    : never)
      }[keyof T & string]

/** Paths of a document that tell of a person, through objects and lists: `samples.finding.byName`. */
export type PersonalPath<D> = PathsAt<Omit<D, '_id' | 'version'>, 4>

type TextsAt<T, Depth extends keyof Deeper> = [Depth] extends [never]
  ? never
  : T extends Plain
    ? never
    : {
        [K in keyof T & string]: string extends K
          ? never
          : string extends T[K]
            ? K
            : Exclude<T[K], null | undefined> extends Readonly<Record<string, string>>
              ? K
              : TextsAt<Element<Exclude<T[K], null | undefined>>, Deeper[Depth]> extends infer P extends
                    string
                ? `${K}.${P}`
                : never
      }[keyof T & string]

/** Paths of free text, and of what was typed field by field. */
export type TextPath<D> = TextsAt<Omit<D, '_id' | 'version'>, 4>

/** The fate of one field as its person is forgotten. */
export type Fate =
  | 'pseudonym'
  | 'blank'
  | 'hash'
  /** A name beside the id of whom it names (`by` beside `byName`): a pseudonym where that is the person who leaves. */
  | { readonly pseudonymBeside: string }
  /** `rest` rewrites it. */
  | 'rest'
  | { readonly kept: string }
  /** It names no user: a file, a course, a body. */
  | { readonly nobody: string }

const FORGOTTEN = 'erased:'

/** What stands in the place of a forgotten number's hash: it finds nothing, and is still one person's. */
export const hashForgotten = (personId: string): string => `${FORGOTTEN}${personId}`

export const isForgotten = (hash: string): boolean => hash.startsWith(FORGOTTEN)

/** How a person's documents are found: never by looking at all of them. */
export type Lead<I extends string = string> = (
  | { readonly id: (who: Who) => string }
  | { readonly index: I; readonly value: (who: Who) => string }
  /** `_id` begins so; the collection declares the index `byId`. */
  | { readonly prefix: (who: Who) => string }
  /** Documents of each of the person's accounts. */
  | { readonly accounts: I }
) & {
  /** The export shows nothing that this lead finds. */
  readonly exported?: false
  /** A field by which another lead finds the document as well: the export shows it once. */
  readonly unless?: string
}

export interface Shown<D extends Stored = Stored> {
  readonly heading: string
  /** The fields that are shown, where it is not all. */
  readonly only?: readonly string[]
  /** Paths of names of others that a screen of the reader shows as well; all other names and ids of people are left out. */
  readonly told?: readonly string[]
  /** The document as its reader may know it, where a screen hides part of it; null while they may not know that it is there. */
  readonly view?: (document: D, who: Who) => object | null
}

interface Exported<D extends Stored> {
  /** Under which heading the export shows it, or why it does not. */
  readonly exported: Shown<D> | { readonly no: string }
}

interface Found<D extends Stored, I extends string> extends Exported<D> {
  readonly leads: readonly [Lead<I>, ...Lead<I>[]]
}

/** Whose a document is, and what becomes of it at the export and as the person is forgotten. */
export type Personal<D extends Stored = Stored, I extends string = string> =
  | (Found<D, I> & { readonly onErasure: 'remove'; readonly files?: (document: D) => readonly string[] })
  | (Found<D, I> & {
      readonly onErasure: 'rewrite'
      readonly fields: { readonly [P in PersonalPath<D>]: Fate }
      /** Free text that people wrote about the person: their name and numbers are taken out of it. */
      readonly words?: readonly TextPath<D>[]
      /** Files and places that go as well. */
      readonly rest?: (document: D, who: Who) => Partial<D>
      readonly files?: (document: D) => readonly string[]
    })
  | (Exported<D> & {
      /** It stays as it is, because each of its fields names nobody or is kept with a reason. */
      readonly onErasure: 'stays'
      readonly leads: readonly Lead<I>[]
      readonly fields: {
        readonly [P in PersonalPath<D>]: Extract<Fate, { kept: string } | { nobody: string }>
      }
      /** Free text that may name a person whom nothing leads to from here. */
      readonly texts?: { readonly [P in TextPath<D>]?: { readonly kept: string } }
    })
  | (Exported<D> & { readonly onErasure: { readonly kept: string }; readonly leads: readonly Lead<I>[] })

/** `none` only where no field tells of a person. */
export type PersonalOf<D extends Stored, I extends string> = [PersonalPath<D>] extends [never]
  ? 'none' | Personal<D, I>
  : Personal<D, I>

/**
 * A person who acts in office does so for a body that answers for it; the record would be worth nothing without the
 * name.
 */
export const IN_OFFICE = { kept: '履行职务的人：决定由机构负责，决定人的姓名随决定保存' } as const

/** The random id of a person says nothing of whom, once the person's own document is forgotten. */
export const RANDOM_ID = { kept: '随机编号：登记信息删除后，由它再也找不到是谁' } as const
