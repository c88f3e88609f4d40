const { TestEnvironment } = require('jest-environment-node')
const { forgetful } = require('./forgetful.cjs')

module.exports = forgetful(TestEnvironment)
