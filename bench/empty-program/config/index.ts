import { defineConfig, type UserConfigExport } from '@tarojs/cli'

/** The floor of the figures: the size and cost of Taro and React with one page that shows one word. */
export default defineConfig<'webpack5'>(() => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'empty',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    baseLevel: 8,
    sourceRoot: 'src',
    outputRoot: '../../dist/bench-empty',
    framework: 'react',
    plugins: ['@tarojs/plugin-framework-react'],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    mini: { optimizeMainPackage: { enable: true } },
  }
  return config
})
