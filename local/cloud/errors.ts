/** An error as the platform's wire carries it: HTTP 200 with a code and a message. Messages are the real ones' shape. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

const writeError = (text: string): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`,
  )

export const errors = {
  missingCollection: (name: string) =>
    new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
    ),
  duplicate: (collection: string, id: string) =>
    writeError(
      `E11000 duplicate key error collection: local.${collection} index: _id_ dup key: ${JSON.stringify({ _id: id })}`,
    ),
  conflict: () =>
    new CloudError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
    ),
  noTransaction: () =>
    new CloudError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    ),
  badUpdate: (text: string) => writeError(text),
  /** Ours alone: the real cloud would do it, slowly or otherwise; here it is refused by name so that drivers stay honest. */
  unsupported: (what: string) =>
    new CloudError('LOCAL_UNSUPPORTED', `the local cloud does not support ${what}`),
  quotaExceeded: () =>
    new CloudError(
      'EXCEED_REQUEST_LIMIT',
      '[LimitExceeded.RequestLimit] The request frequency exceeds the quota of the environment.',
    ),
}
