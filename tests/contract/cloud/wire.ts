// The SDK's channel without the SDK: for fast tests, and for requests that no SDK would send.
import type { LocalCloud } from '../../../local/cloud'

export type WireAnswer = { code?: string; message?: string } & Record<string, unknown>

/** Sends one message with the key that functions have. */
export async function send(cloud: Pick<LocalCloud, 'origin' | 'env'>, message: object): Promise<WireAnswer> {
  const answer = await fetch(`${cloud.origin}/admin`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `TC3-HMAC-SHA256 Credential=${cloud.env().TENCENTCLOUD_SECRETID}/2022-08-15/tcb/tc3_request`,
    },
    body: JSON.stringify(message),
  })
  return (await answer.json()) as WireAnswer
}

const ITEMS = { collectionName: 'contract-items' }
const within = (transactionId: unknown) => (transactionId === undefined ? {} : { transactionId })

export const insertion = (document: object, transactionId?: unknown) => ({
  ...ITEMS,
  ...within(transactionId),
  action: 'database.insertDocument',
  data: [JSON.stringify(document)],
})

export const increment = (id: string, transactionId?: unknown) => ({
  ...ITEMS,
  ...within(transactionId),
  action: 'database.modifyDocument',
  query: JSON.stringify({ _id: id }),
  data: JSON.stringify({ $inc: { rank: 1 } }),
  merge: true,
  upsert: false,
})

export const reading = (id: string) => ({
  ...ITEMS,
  action: 'database.getDocument',
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
})

export const query = (filter: object, more: object = {}) => ({
  ...ITEMS,
  action: 'database.getDocument',
  queryType: 'WHERE',
  query: JSON.stringify(filter),
  ...more,
})

/** Documents of an answer, as they travelled. */
export const listOf = ({ data }: WireAnswer): string[] => (data as { list: string[] }).list
