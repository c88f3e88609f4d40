// What an instance of a function counts of its calls. A write for each call would cost more than most calls do: sums stay in
// memory and are kept with a later call, some seconds apart. What an instance counted last is lost where it ends before.
import { type Instant, instant } from '../../domain/kernel/instant'
import { added, NO_CALLS, sumsOf } from './call-sums'
import type { CallSums, CallSumsDocument } from './call-sums-documents'
import type { Context } from './context'
import { type Call, logEnd, logFault, tookMs } from './log'
import type { New, Store } from './store/port'

/** Sums of one instance are kept by windows of this length, which day and alerts are made of. */
export const WINDOW_MS = 300_000

/** At most one keeping in so long, on the process's own clock. */
export const KEEP_EVERY_MS = 15_000

export const windowOf = (now: Instant): Instant => instant(Math.floor(now / WINDOW_MS) * WINDOW_MS)

type Needs = Pick<Context, 'call' | 'openid' | 'now'>

export class Meter {
  /** Of each window, what was counted and is not kept yet. */
  private readonly waiting = new Map<Instant, CallSums>()
  private keptAtMs = Number.NEGATIVE_INFINITY
  private keeping: Promise<void> | null = null

  /** `instance` tells this one from all others; `store` is the plain one, whose work nobody counts. */
  constructor(
    private readonly instance: string,
    private readonly store: () => Pick<Store, 'get' | 'upsert'>,
  ) {}

  /**
   * Does the work of a call, counts it, and beside it keeps what earlier calls came to, where that is due. What goes wrong
   * there is a line of the log, and no caller's concern.
   */
  async counting<T>(ctx: Needs, work: () => Promise<T>): Promise<T> {
    const keeping = this.keepWhatIsDue(ctx)
    try {
      return await work()
    } finally {
      logEnd(ctx)
      this.count(ctx.call, ctx.now)
      await keeping
    }
  }

  /** Everything that was counted, now: for an instance that knows of no next call. */
  async keep(ctx: Needs): Promise<void> {
    await this.keeping
    this.keptAtMs = performance.now()
    this.keeping = this.keepAll(ctx).finally(() => {
      this.keeping = null
    })
    await this.keeping
  }

  private count(call: Call, now: Instant): void {
    const window = windowOf(now)
    this.waiting.set(window, added(this.waiting.get(window) ?? NO_CALLS, sumsOf(call, tookMs(call))))
  }

  private async keepWhatIsDue(ctx: Needs): Promise<void> {
    const isDue = performance.now() - this.keptAtMs >= KEEP_EVERY_MS
    if (isDue && this.keeping === null && this.waiting.size > 0) await this.keep(ctx)
  }

  private async keepAll(ctx: Needs): Promise<void> {
    for (const [window, sums] of [...this.waiting]) {
      this.waiting.delete(window)
      try {
        await this.add(window, sums)
      } catch (error) {
        this.waiting.set(window, added(sums, this.waiting.get(window) ?? NO_CALLS))
        logFault(ctx, error, { about: 'keep sums' })
      }
    }
  }

  /** This instance alone writes the document; the clock takes it away long after its window. */
  private async add(from: Instant, sums: CallSums): Promise<void> {
    const store = this.store()
    const _id = `part:${from}:${this.instance}`
    const before = await store.get('call-sums', _id)
    const after: New<CallSumsDocument> = { _id, of: 'part', from, ...added(before ?? NO_CALLS, sums) }
    await store.upsert('call-sums', before, after)
  }
}
