export interface OperationCounts {
  reads: number
  writes: number
  queries: number
  transactions: number
  byAction: Record<string, number>
}

/** Counts store operations as they cross the wire, so that tests can assert bounds. */
export class Operations {
  private counts: OperationCounts = empty()

  /** Documents by their ids are a read, one or many; all else that is found is a query. */
  note({ action, queryType, query }: { action: string; queryType: unknown; query: unknown }): void {
    this.counts.byAction[action] = (this.counts.byAction[action] ?? 0) + 1
    if (action === 'database.startTransaction') this.counts.transactions += 1
    const isById = queryType === 'DOC' || /^\{"_id":\{"\$in":/.test(String(query))
    if (action === 'database.getDocument' && isById) this.counts.reads += 1
    else if (action === 'database.getDocument' || action === 'database.calculateDocument')
      this.counts.queries += 1
    if (/insertDocument|modifyDocument|removeDocument/.test(action)) this.counts.writes += 1
  }

  reset(): void {
    this.counts = empty()
  }

  read(): OperationCounts {
    return structuredClone(this.counts)
  }
}

const empty = (): OperationCounts => ({ reads: 0, writes: 0, queries: 0, transactions: 0, byAction: {} })
