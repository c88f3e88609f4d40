// The runner keeps the context of each test in an AsyncLocalStorage, one for each file, and never puts it down: on Node 20
// every promise of every later file is then introduced to all of them, and each file that ended stays in memory. Here what
// a file used is put down when it ends.
const { AsyncLocalStorage } = require('node:async_hooks')

const used = new Set()
const { run } = AsyncLocalStorage.prototype
AsyncLocalStorage.prototype.run = function remembered(...args) {
  used.add(this)
  return run.apply(this, args)
}

/** An environment of Jest which does so. */
exports.forgetful = (Environment) =>
  class extends Environment {
    async teardown() {
      await super.teardown()
      for (const storage of used) storage.disable()
      used.clear()
    }
  }
