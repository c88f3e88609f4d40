// Taro's API for Jest: a phone without a screen. Storage works; a call that a test watches is a jest.fn.
import { useEffect, useRef } from 'react'

/** As text, so that a test gets a copy, as the phone gives one. */
const stored = new Map<string, string>()

export const useLaunch = jest.fn()
export const useReachBottom = jest.fn()
export const useUnload = jest.fn()
export const useDidHide = jest.fn()
export const useRouter = jest.fn(() => ({ params: {} as Record<string, string | undefined>, path: '' }))

/** A page under test is shown once, when it is mounted. */
export function useDidShow(shown: () => void): void {
  const wasShown = useRef(false)
  useEffect(() => {
    if (!wasShown.current) shown()
    wasShown.current = true
  }, [shown])
}

type NodeAnswer = (found: unknown) => void

/** A page on which nothing is found. */
function emptyPage() {
  const answers: NodeAnswer[] = []
  const query = {
    select: () => query,
    fields: (_: object, answer: NodeAnswer) => {
      answers.push(answer)
      return query
    },
    exec: () => {
      for (const answer of answers) answer(null)
    },
  }
  return query
}

const Taro = {
  cloud: { init: jest.fn(), callFunction: jest.fn() },
  getStorageSync: jest.fn((key: string): unknown => JSON.parse(stored.get(key) ?? '""')),
  setStorageSync: jest.fn((key: string, value: unknown) => void stored.set(key, JSON.stringify(value))),
  removeStorageSync: jest.fn((key: string) => void stored.delete(key)),
  getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 16 })),
  getWindowInfo: jest.fn(() => ({ pixelRatio: 2 })),
  nextTick: jest.fn((run: () => void) => queueMicrotask(run)),
  createSelectorQuery: jest.fn(emptyPage),
  onThemeChange: jest.fn(),
  offThemeChange: jest.fn(),
  getCurrentPages: jest.fn(() => [] as unknown[]),
  getNetworkType: jest.fn(),
  navigateTo: jest.fn(async () => ({})),
  redirectTo: jest.fn(async () => ({})),
  switchTab: jest.fn(async () => ({})),
  navigateBack: jest.fn(async () => ({})),
  showToast: jest.fn(async () => ({})),
  showModal: jest.fn(async () => ({ confirm: true })),
  scanCode: jest.fn(),
  onAppShow: jest.fn(),
  offAppShow: jest.fn(),
  onAppHide: jest.fn(),
  offAppHide: jest.fn(),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
}

export default Taro
