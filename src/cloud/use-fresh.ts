import { useDidShow } from '@tarojs/taro'

/**
 * Refetches data that others may have changed whenever its page is shown, also when it comes back from underneath.
 */
export function useFresh(shown: { data: unknown; refetch: () => unknown }): void {
  useDidShow(() => {
    if (shown.data !== undefined) void shown.refetch()
  })
}
