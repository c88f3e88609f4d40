module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  overrides: [{ test: /@qiun[\\/]ucharts/, plugins: ['./config/plugins/drawn-charts.cjs'] }],
}
