import type { RefusalCode } from '@domain/kernel/refusal'
import type { PaperQuestion, PaperView, ResultView, SaveView } from '@server/learning/exam/views'
import { clockFrom, type ServerClock, secondsLeft } from '../server-clock'
import {
  type AnswerSheet,
  asSaved,
  asSending,
  choose,
  type SaveInput,
  saveOf,
  sheetOf,
  submissionOf,
  turnTo,
} from './answer-sheet'
import { isSaveDue, type SavePace } from './save-pace'

export interface ExamCloud {
  start(input: { courseId: string }): Promise<PaperView>
  save(input: SaveInput): Promise<SaveView>
  submit(input: SaveInput): Promise<ResultView>
}

export interface SittingParts {
  courseId: string
  cloud: ExamCloud
  store: { load(): AnswerSheet | null; save(sheet: AnswerSheet): void; clear(): void }
  codeOf(error: unknown): RefusalCode | null
  nowMs(): number
}

export interface OpenPaper {
  phase: 'open'
  paper: PaperView
  sheet: AnswerSheet
  saving: boolean
  submitting: boolean
  /** Why the submission, or a save, was refused or did not arrive; the answers are still here. */
  problem: unknown
  timeIsOver: boolean
}

export type SittingState =
  | { phase: 'opening' }
  | { phase: 'refused'; error: unknown }
  | OpenPaper
  /** Handed in, by us or by the server's clock; the result page says which. */
  | { phase: 'closed'; attemptId: string; result: ResultView | null }

const CLOSED: readonly RefusalCode[] = ['ATTEMPT_CLOSED', 'ATTEMPT_DEADLINE_PASSED']

/** One sitting: each tap is kept on the phone, page turns are told at a measured pace, time is the server's. */
export class ExamSitting {
  private state: SittingState = { phase: 'opening' }
  private clock: ServerClock = { serverMs: 0, phoneMs: 0 }
  private pace: SavePace = { saves: 0, lastSaveMs: 0 }
  private readonly listeners = new Set<() => void>()

  constructor(private readonly parts: SittingParts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly current = (): SittingState => this.state

  async start(): Promise<void> {
    this.set({ phase: 'opening' })
    try {
      const paper = await this.parts.cloud.start({ courseId: this.parts.courseId })
      this.clock = clockFrom(paper.serverNow, this.parts.nowMs())
      this.pace = { saves: 0, lastSaveMs: this.parts.nowMs() }
      const sheet = sheetOf(paper, this.parts.store.load())
      this.parts.store.save(sheet)
      const calm = { saving: false, submitting: false, problem: null, timeIsOver: false }
      this.set({ phase: 'open', paper, sheet, ...calm })
    } catch (error) {
      this.set({ phase: 'refused', error })
    }
  }

  choose(question: PaperQuestion, option: number): void {
    if (this.state.phase !== 'open' || this.state.timeIsOver) return
    this.keep(choose(this.state.sheet, question, option))
  }

  goTo(index: number): void {
    if (this.state.phase !== 'open') return
    const { sheet, paper } = this.state
    this.keep(turnTo(sheet, index, paper.questions.length))
    const facts = {
      unsaved: sheet.unsaved.length,
      nowMs: this.parts.nowMs(),
      remainingMs: this.left() * 1000,
    }
    if (isSaveDue(this.pace, facts)) void this.save()
  }

  /** Seconds left by the server's clock. At zero, the answers are submitted at once. */
  tick(): number {
    const left = this.left()
    if (left === 0 && this.state.phase === 'open' && !this.state.timeIsOver) {
      this.set({ ...this.state, timeIsOver: true })
      void this.submit()
    }
    return left
  }

  left(): number {
    if (this.state.phase !== 'open') return 0
    return secondsLeft(this.clock, this.parts.nowMs(), this.state.paper.deadlineAt)
  }

  /** The page is left or hidden, or the network is back: waiting answers are sent, within the same budget. */
  tellWhatWaits(): void {
    if (this.state.phase !== 'open') return
    if (this.state.timeIsOver) void this.submit()
    else {
      const facts = { unsaved: this.state.sheet.unsaved.length, nowMs: this.parts.nowMs(), remainingMs: 0 }
      if (isSaveDue(this.pace, facts)) void this.save()
    }
  }

  async submit(): Promise<void> {
    const { state } = this
    if (state.phase !== 'open' || state.submitting) return
    const sent = submissionOf(state.sheet)
    this.keep(asSending(state.sheet, sent))
    this.change({ submitting: true, problem: null })
    try {
      const result = await this.parts.cloud.submit(sent)
      this.close(result.attemptId, result)
    } catch (error) {
      this.change({ submitting: false })
      this.failed(error)
    }
  }

  private async save(): Promise<void> {
    if (this.state.phase !== 'open' || this.state.saving || this.state.submitting) return
    const sent = saveOf(this.state.sheet)
    this.pace = { saves: this.pace.saves + 1, lastSaveMs: this.parts.nowMs() }
    this.keep(asSending(this.state.sheet, sent))
    this.change({ saving: true })
    try {
      const view = await this.parts.cloud.save(sent)
      this.clock = clockFrom(view.serverNow, this.parts.nowMs())
      this.change({ problem: null })
      if (this.state.phase === 'open') this.keep(asSaved(this.state.sheet, sent, view))
    } catch (error) {
      this.failed(error)
    } finally {
      this.change({ saving: false })
    }
  }

  private failed(error: unknown): void {
    if (this.state.phase !== 'open') return
    const code = this.parts.codeOf(error)
    if (code !== null && CLOSED.includes(code)) this.close(this.state.paper.attemptId, null)
    else this.change({ problem: error })
  }

  private close(attemptId: string, result: ResultView | null): void {
    this.parts.store.clear()
    this.set({ phase: 'closed', attemptId, result })
  }

  private keep(sheet: AnswerSheet): void {
    this.parts.store.save(sheet)
    this.change({ sheet })
  }

  private change(change: Partial<OpenPaper>): void {
    if (this.state.phase === 'open') this.set({ ...this.state, ...change })
  }

  private set(state: SittingState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
