const { TestEnvironment } = require('jest-environment-jsdom')
const { forgetful } = require('./forgetful.cjs')

module.exports = forgetful(TestEnvironment)
