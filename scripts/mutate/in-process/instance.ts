// A function's instance in this process, so that it is seen which test runs which line: the same doors, called with the
// environment and at the time of the cloud's clock that the platform would give them.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { InstanceOptions, Message, Reply } from '../../../local/cloud/functions/instance'
// What doors are made of is there before a test begins: a module that loads within a test would be taken for what that
// test is about, and each change of it for one that it ought to notice.
import '../../../server/clock-door'
import '../../../server/sheet/write-sheet'
import '../../../server/surface'
import '../../../server/web-door'
import './store'

interface Door {
  main(event: never): Promise<unknown>
}

const DOORS: Record<string, () => Promise<Door>> = {
  api: () => import('../../../cloudfunctions/api/index'),
  study: () => import('../../../cloudfunctions/study/index'),
  office: () => import('../../../cloudfunctions/office/index'),
  web: () => import('../../../cloudfunctions/web/index'),
  clock: () => import('../../../cloudfunctions/clock/index'),
}

const NOBODY = { WX_OPENID: '', WX_CONTEXT_KEYS: '', TRIGGER_SRC: '' }

/** Takes the place of the class of that name. It never ends by itself. */
export class Instance {
  readonly alive = true

  constructor(
    readonly id: string,
    private readonly options: InstanceOptions,
  ) {}

  static newId(): string {
    return randomUUID()
  }

  async call({ event, env, offset }: Message): Promise<Reply> {
    const name = path.basename(path.dirname(this.options.file))
    // A door reads its configuration as it is loaded.
    Object.assign(process.env, this.options.env)
    try {
      const door = await DOORS[name]?.()
      if (!door) return { error: `${name} is no door` }
      Object.assign(process.env, this.options.env, NOBODY, env)
      const result = await begunAt(offset, () => door.main(JSON.parse(event) as never))
      return { text: JSON.stringify(result === undefined ? null : result) }
    } catch (error) {
      return { error: String(error) }
    }
  }

  end(): void {}

  async stopped(): Promise<void> {}
}

/** A door looks at the clock, and at who is calling, as it begins. */
function begunAt<T>(offset: number, begin: () => T): T {
  const real = Date.now
  Date.now = () => real() + offset
  try {
    return begin()
  } finally {
    Date.now = real
  }
}
