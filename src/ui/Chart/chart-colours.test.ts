import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CHART_COLOURS } from './chart-colours'

const TOKENS = {
  brand: '--td-brand-color',
  done: '--td-success-color',
  text: '--td-text-color-secondary',
  strong: '--td-text-color-primary',
  line: '--td-component-stroke',
} as const

const sheet = readFileSync(path.resolve('src/app.css'), 'utf8')

test.each(['light', 'dark'] as const)('the colours of a chart are the %s tokens', (theme) => {
  for (const [name, token] of Object.entries(TOKENS)) {
    const values = [...sheet.matchAll(new RegExp(`${token}: (#[0-9a-f]{6});`, 'g'))].map(([, value]) => value)
    expect({ token, value: CHART_COLOURS[theme][name as keyof typeof TOKENS] }).toEqual({
      token,
      value: values[theme === 'light' ? 0 : 1],
    })
  }
})
