import Taro from '@tarojs/taro'
import { scaleOf } from './font-scale'

/** How much larger than designed this phone sets type. */
export const textScale = (): number => scaleOf(fontSetting())

/** Taro's types do not know the field that WeChat gives since base library 2.23.4. */
function fontSetting(): number {
  const info: object = Taro.getAppBaseInfo()
  return 'fontSizeSetting' in info && typeof info.fontSizeSetting === 'number' ? info.fontSizeSetting : 0
}
