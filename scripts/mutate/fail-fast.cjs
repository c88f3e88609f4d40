// Of a file whose test has noticed a mutant, the tests behind it have nothing to add.
const TestEnvironment = require('../test/environment-node.cjs')

module.exports = class FailFast extends TestEnvironment {
  #hasFailed = false

  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.#hasFailed = true
    if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip'
  }
}
