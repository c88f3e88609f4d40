import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'

export type Reply = { text: string } | { error: string }

export interface InstanceOptions {
  /** `index.js` of the function. */
  file: string
  env: Record<string, string>
  memoryMegabytes: number
  /** Each line that the function writes to its log. */
  onLine(line: string): void
}

/** The message of one call to the worker: see instance-worker.cjs. */
export interface Message {
  event: string
  env: Record<string, string>
  context: object
  offset: number
}

/** One worker is one instance: its own modules and environment, one call at a time, until it ends. */
export class Instance {
  private readonly worker: Worker
  private settle: ((reply: Reply) => void) | null = null
  private ended = false

  constructor(
    readonly id: string,
    { file, env, memoryMegabytes, onLine }: InstanceOptions,
  ) {
    // An instance inherits nothing: neither this process's environment nor its loaders.
    this.worker = new Worker(path.join(__dirname, 'instance-worker.cjs'), {
      workerData: { file },
      env,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    for (const stream of [this.worker.stdout, this.worker.stderr])
      createInterface({ input: stream }).on('line', onLine)
    this.worker.on('message', (reply: Reply) => this.answer(reply))
    this.worker.on('error', (error) => this.end(error.stack ?? String(error)))
    this.worker.on('exit', (code) => this.end(`the instance exited by itself (${code})`))
  }

  static newId(): string {
    return randomUUID()
  }

  get alive(): boolean {
    return !this.ended
  }

  call(message: Message, timeoutSeconds: number): Promise<Reply> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.end(`Invoking task timed out after ${timeoutSeconds} seconds`),
        timeoutSeconds * 1000,
      )
      this.settle = (reply) => {
        clearTimeout(timer)
        resolve(reply)
      }
      this.worker.postMessage(message)
    })
  }

  /** Ends the instance at once; a waiting call is answered with the reason. */
  end(reason: string): void {
    if (this.ended) return
    this.ended = true
    void this.worker.terminate()
    this.answer({ error: reason })
  }

  async stopped(): Promise<void> {
    this.end('the cloud has stopped')
    await this.worker.terminate()
  }

  private answer(reply: Reply): void {
    const settle = this.settle
    this.settle = null
    settle?.(reply)
  }
}
