import type { IPluginContext } from '@tarojs/service'
import { ARIA_ATTRIBUTES } from '../../src/ui/aria-attributes'

interface TaroPlatform {
  template?: {
    mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void
  }
}

/** Gives the templates of Taro's own elements their aria attributes. */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatform) {
      platform.template?.mergeComponents(context, ARIA_ATTRIBUTES)
    },
  })
}
