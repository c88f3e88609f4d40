import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { refusalOf } from './refusal'

const MOST_RETRIES = 2

/** A refusal is an answer and stays one; a lost call is worth trying again. */
export const retryTransport = (failures: number, error: unknown): boolean =>
  refusalOf(error) === null && failures < MOST_RETRIES

/** Mutations do not retry by themselves: only those whose repetition is the same act may say `retryTransport`. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 600_000, retry: retryTransport },
    mutations: { retry: false },
  },
})

/** The mini-program has no window: the app's own events say when it is looked at and when it has a network. */
export function listenToPhone(): void {
  focusManager.setEventListener((setFocused) => {
    const show = () => setFocused(true)
    const hide = () => setFocused(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => {
      Taro.offAppShow(show)
      Taro.offAppHide(hide)
    }
  })
  onlineManager.setEventListener((setOnline) => {
    const changed = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.onNetworkStatusChange(changed)
    Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') })
    return () => Taro.offNetworkStatusChange(changed)
  })
}
