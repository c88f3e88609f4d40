// The runner keeps the context of each test in an AsyncLocalStorage. Whatever begins in a test and lives on (a socket that
// is kept open, a timer, Node's own resolver of names) keeps what was stored there, and with it all modules of that file:
// twenty megabytes a file, which every later collection of garbage walks through. And on Node 20 every promise of a later
// file is introduced to each storage that was ever used. So a store is kept in a box that is emptied when its file ends, and
// the storage is put down.
const { AsyncLocalStorage } = require('node:async_hooks')

const used = new Set()
/** The boxes of the file that runs, held weakly: those that nobody holds any more need no emptying. */
let boxes = []

const { run, enterWith, getStore } = AsyncLocalStorage.prototype
const boxed = (storage, store) => {
  const box = { store }
  used.add(storage)
  boxes.push(new WeakRef(box))
  return box
}
AsyncLocalStorage.prototype.run = function runBoxed(store, ...args) {
  return run.call(this, boxed(this, store), ...args)
}
AsyncLocalStorage.prototype.enterWith = function enterBoxed(store) {
  enterWith.call(this, boxed(this, store))
}
AsyncLocalStorage.prototype.getStore = function unboxed() {
  return getStore.call(this)?.store
}

function forget() {
  for (const box of boxes) {
    const held = box.deref()
    if (held) held.store = undefined
  }
  boxes = []
  for (const storage of used) storage.disable()
  used.clear()
}

/** An environment of Jest which forgets a file when it ends. */
exports.forgetful = (Environment) =>
  class extends Environment {
    async teardown() {
      await super.teardown()
      forget()
    }
  }
