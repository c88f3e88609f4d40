import Taro from '@tarojs/taro'

const MOST_LETTERS = 40

/** The phone's own name, as WeChat reports it; empty where it reports none. */
export function deviceName(): string {
  const { brand = '', model = '' } = Taro.getDeviceInfo?.() ?? {}
  // An iPhone adds its part number in angle brackets, which means nothing to a reader.
  return (model || brand).replace(/<.*>$/, '').slice(0, MOST_LETTERS)
}
