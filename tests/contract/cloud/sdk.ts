// The part of wx-server-sdk that is used here, with the types of its answers: the SDK's own types are a union with
// the callback style, from which no field can be read.
export type Document = Record<string, unknown> & { _id: string }
type Fields = Record<string, unknown>

export interface DocumentReference {
  get(): Promise<{ data: Document | null }>
  set(options: { data: Fields }): Promise<{ stats: { updated: number; created: number } }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Query {
  where(condition: Fields): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  skip(count: number): Query
  field(projection: Fields): Query
  get(): Promise<{ data: Document[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface Collection extends Query {
  doc(id: string): DocumentReference
  add(options: { data: Fields | Fields[] }): Promise<{ _id: string; _ids?: string[] }>
  aggregate(): { match(condition: Fields): { end(): Promise<unknown> } }
}

export interface Transaction {
  collection(name: string): {
    doc(id: string): DocumentReference
    add(options: { data: Fields }): Promise<unknown>
  }
  rollback(reason?: unknown): Promise<void>
}

export interface Command {
  gt(value: unknown): Command
  lt(value: unknown): Command
  gte(value: unknown): Command
  lte(value: unknown): Command
  and(other: unknown): Command
  in(values: readonly unknown[]): Command
  inc(value: number): Command
  push(value: unknown): Command
  set(value: unknown): Command
  remove(): Command
}

export interface Database {
  command: Command
  serverDate(): unknown
  createCollection(name: string): Promise<unknown>
  collection(name: string): Collection
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, attempts?: number): Promise<T>
}

export interface Sdk {
  init(options: { env: string }): void
  database(options: { throwOnNotFound: boolean }): Database
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: {
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { fileID: string; tempFileURL: string; status: number }[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  callFunction(options: { name: string; data?: unknown }): Promise<{ result: unknown }>
  openapi: {
    wxacode: { getUnlimited(options: Fields): Promise<{ contentType: string; buffer: Buffer }> }
    subscribeMessage: { send(options: Fields): Promise<{ errCode: number }> }
    phonenumber: { getPhoneNumber(options: Fields): Promise<{ phoneInfo: { phoneNumber: string } }> }
    security: { msgSecCheck(options: Fields): Promise<unknown> }
  }
}

/** The SDK itself, on the environment that stands in `process.env`. */
export async function sdkOn({ envId }: { envId: string }): Promise<{ cloud: Sdk; db: Database }> {
  const module = (await import('wx-server-sdk')) as unknown as { default?: Sdk } & Sdk
  const cloud = module.default ?? module
  cloud.init({ env: envId })
  return { cloud, db: cloud.database({ throwOnNotFound: false }) }
}

export interface SdkFailure {
  errCode?: number
  errMsg?: string
  message: string
}

/** How something failed. That it does not fail is a failure here. */
export async function failureOf(work: Promise<unknown>): Promise<SdkFailure> {
  return work.then(
    (value) => {
      throw new Error(`it did not fail: ${JSON.stringify(value)}`)
    },
    (error: SdkFailure) => error,
  )
}
