import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ChartTheme } from './chart-colours'

/** The phone's theme, for colours that the style sheet cannot set. */
export function useTheme(): ChartTheme {
  const [theme, setTheme] = useState(themeNow)
  useEffect(() => {
    const changed = () => setTheme(themeNow())
    Taro.onThemeChange(changed)
    return () => Taro.offThemeChange(changed)
  }, [])
  return theme
}

const themeNow = (): ChartTheme => (Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light')
