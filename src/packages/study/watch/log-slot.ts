import { emptyLog, type WatchLog } from './watch-log'

/** Where the log survives a kill: the phone's storage. */
export interface LogStore {
  load(): WatchLog | null
  save(log: WatchLog): void
}

/** The log in memory and in storage, never apart. */
export class LogSlot {
  private log: WatchLog

  constructor(private readonly store: LogStore) {
    this.log = store.load() ?? emptyLog
  }

  get value(): WatchLog {
    return this.log
  }

  change(by: (log: WatchLog) => WatchLog): void {
    this.log = by(this.log)
    this.store.save(this.log)
  }
}
