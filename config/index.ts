import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { LocalIcons } from './plugins/local-icons'

const root = path.resolve(__dirname, '..')

/** A string or function only: a RegExp fails Taro's validation, and then it builds nothing and exits 0. */
const transpiled = [
  path.join(root, 'domain'),
  (file: string) => /node_modules[\\/](@(qiun|tanstack|trpc)|uqr)[\\/]/.test(file),
]

/**
 * Modules that most packages use stand once, in the main package: copied into each of eighteen they weigh ten times as
 * much. Modules that few packages use are still fetched with them.
 */
const inMainPackage = ({ resource = '' }: { resource?: string }): boolean =>
  /node_modules[\\/]@tanstack[\\/]|src[\\/](cloud[\\/]|use-route-parameters|ui[\\/](ActRefused|Choice|Dialog|Input|TextArea)[\\/])/.test(
    resource,
  )

export default defineConfig<'webpack5'>(() => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'xueshi',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    // base.wxml grows with tags × levels and sits in the main package: 8 is enough for our screens.
    baseLevel: 8,
    sourceRoot: 'src',
    outputRoot: 'dist/weapp',
    framework: 'react',
    plugins: [
      '@tarojs/plugin-framework-react',
      '@tarojs/plugin-platform-weapp',
      path.resolve(__dirname, 'plugins/tdesign-defaults.ts'),
      path.resolve(__dirname, 'plugins/aria-attributes.ts'),
      path.resolve(__dirname, 'plugins/page-titles.ts'),
    ],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    defineConstants: { CLOUD_ENVIRONMENT: JSON.stringify(process.env.XUESHI_CLOUD_ENV ?? '') },
    // The persistent cache keeps stale template attributes.
    cache: { enable: false },
    // Icons that only theme.json names, and what search may show, are invisible to webpack.
    copy: {
      patterns: [
        { from: 'src/assets/tab/', to: 'dist/weapp/assets/tab/' },
        { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
      ],
      options: {},
    },
    alias: { '@': path.join(root, 'src'), '@domain': path.join(root, 'domain') },
    mini: {
      optimizeMainPackage: { enable: true, exclude: [inMainPackage] },
      compile: { include: transpiled },
      webpackChain(chain, webpack) {
        chain
          .plugin('local-icons')
          .use(LocalIcons, [{ svgDir: path.join(root, 'node_modules/tdesign-icons-svg/src') }])
        // @trpc/client waits for ever where there is no AbortController, without an error; the logic layer has none.
        chain.plugin('logic-layer-shims').use(webpack.ProvidePlugin, [
          {
            AbortController: [path.join(root, 'src/cloud/shims.ts'), 'AbortControllerShim'],
            globalThis: ['@tarojs/runtime', 'window'],
          },
        ])
      },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
  }
  return config
})
