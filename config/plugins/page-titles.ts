import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type * as Pages from '../../src/pages'

/** The next page of a list is asked for this far above its end, so that it is there when the end is reached. */
const REACH_BOTTOM_PX = 120

/** Gives every page the title that `src/pages.ts` says, so that no page needs a config file of its own. */
export default (context: IPluginContext): void => {
  // Taro compiles the plugins it is given, but not what they import.
  const { PAGES }: typeof Pages = context.helper.requireWithEsbuild(
    path.resolve(__dirname, '../../src/pages.ts'),
  )
  context.modifyMiniConfigs(({ configMap }) => {
    for (const { path: folder, title } of Object.values<Pages.Page>(PAGES)) {
      const config = configMap[`${folder}/index.config`]
      if (config === undefined) throw new Error(`src/pages.ts names ${folder}, which the build does not know`)
      config.content = {
        ...config.content,
        navigationBarTitleText: title,
        onReachBottomDistance: REACH_BOTTOM_PX,
      }
    }
  })
}
