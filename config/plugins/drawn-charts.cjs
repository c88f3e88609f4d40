/** The kinds of charts that src/ui/Chart asks for. */
const DRAWN = ['column', 'area', 'bar']
/** The methods that src/ui/Chart calls on a chart; the rest answers touches, which our charts do not take. */
const CALLED = ['stopAnimation']

/**
 * uCharts is one file that knows some twenty kinds of charts, chosen in one switch and held by it, so no bundler can
 * leave any out. This takes the cases and methods that nobody uses out of it while it is built; what only they called
 * then falls away by itself. Another version of uCharts in which nothing is found to take out fails the build.
 */
module.exports = () => ({
  name: 'drawn-charts',
  visitor: {
    Program: {
      exit(_, state) {
        if (!state.cases || !state.methods)
          throw new Error('drawn-charts: this uCharts is not the one it knows')
      },
    },
    SwitchCase(path, state) {
      const { test, consequent } = path.node
      const chooses = path.parent.discriminant.name === 'type' && isWithin(path, 'drawCharts')
      if (!chooses || consequent.length === 0 || DRAWN.includes(test?.value)) return
      state.cases = true
      path.remove()
    },
    ExpressionStatement(path, state) {
      const { left } = path.node.expression
      const isMethod = left?.object?.object?.name === 'uCharts' && left.object.property.name === 'prototype'
      if (!isMethod || CALLED.includes(left.property.name)) return
      state.methods = true
      path.remove()
    },
  },
})

const isWithin = (path, name) => path.getFunctionParent()?.node.id?.name === name
