import Taro from '@tarojs/taro'

const MOST_LETTERS = 40

/** What this phone calls itself, as WeChat says; empty where it says nothing. */
export function deviceName(): string {
  const { brand = '', model = '' } = Taro.getDeviceInfo?.() ?? {}
  // An iPhone adds its part number in angle brackets, which tells nobody anything.
  return (model || brand).replace(/<.*>$/, '').slice(0, MOST_LETTERS)
}
