import { useDidShow } from '@tarojs/taro'

/** What others may have changed is asked for again whenever its page is seen, also when it came back from underneath. */
export function useFresh(shown: { data: unknown; refetch: () => unknown }): void {
  useDidShow(() => {
    if (shown.data !== undefined) void shown.refetch()
  })
}
